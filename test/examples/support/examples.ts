import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findPackageRoot } from '../../../src/dev-stack/package-root';
import { findPython } from '../../support/find-python';
import { findTool, type Tool } from '../../support/find-tool';

export const EXAMPLES = join(findPackageRoot(__dirname), 'examples');

export interface Example {
  title: string;
  /** Begins the names of its instances and the ids of its fleets. */
  prefix: string;
  findTool: () => Tool;
  /** The script that the tool runs; absent where the tool is the example. */
  script?: string;
}

export const LANGUAGE_EXAMPLES: Example[] = [
  {
    title: 'examples/python',
    prefix: 'python',
    findTool: () => {
      const python = findPython({ requirements: join(EXAMPLES, 'python', 'requirements.txt') });
      return 'missing' in python ? python : { path: python.python };
    },
    script: join(EXAMPLES, 'python', 'clone_fleet.py'),
  },
  {
    title: 'examples/go',
    prefix: 'go',
    findTool: () => findTool('make-go-example.mjs', join(EXAMPLES, 'go')),
  },
  {
    title: 'examples/curl',
    prefix: 'curl',
    findTool: () => bashWith('curl', 'jq'),
    script: join(EXAMPLES, 'curl', 'clone-fleet.sh'),
  },
  {
    title: 'examples/temporal-cli',
    prefix: 'cli',
    findTool: () => bashWith('jq'),
    script: join(EXAMPLES, 'temporal-cli', 'clone-fleet.sh'),
  },
];

/** Bash, where it and these programs are there. */
function bashWith(...programs: string[]): Tool {
  const missing = ['bash', ...programs].filter(
    (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status !== 0,
  );
  return missing.length === 0 ? { path: 'bash' } : { missing: `there is no ${missing.join(', no ')}` };
}
