import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TemporalCliDependencies } from '../../src/dev-stack/make-temporal-cli';
import { runCommand } from '../../src/dev-stack/run-command';

const UNREACHABLE: typeof fetch = () =>
  Promise.reject(new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND') }));

export interface World extends TemporalCliDependencies {
  folder: string;
  said: string[];
  /** Puts an executable that answers `--version` with this text. */
  install: (file: string, version: string) => Promise<string>;
  /** Puts a shell script on the PATH. */
  script: (name: string, body: string) => Promise<void>;
}

/** A machine of its own in a temporary folder: an empty PATH but for `sh`, no cache, no network. */
export async function createWorld(given: Partial<TemporalCliDependencies> = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'temporal-cli-'));
  const bin = join(folder, 'bin');
  const env = { PATH: `${bin}:/bin:/usr/bin`, HOME: folder };
  const said: string[] = [];
  const write = async (file: string, body: string): Promise<string> => {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `#!/bin/sh\n${body}\n`);
    await chmod(file, 0o755);
    return file;
  };
  return {
    folder,
    said,
    env,
    platform: 'linux',
    arch: 'x64',
    moduleFolder: folder,
    run: (input) => runCommand({ env, ...input }),
    fetch: UNREACHABLE,
    onProgress: (text) => said.push(text),
    install: (file, version) =>
      write(join(folder, file), `echo "temporal version ${version} (Server 1.31.2)"`),
    script: async (name, body) => void (await write(join(bin, name), body)),
    ...given,
  };
}

/** A `go` whose build writes a CLI that says the version, and notes the environment it was given. */
export function fakeGo(moduleCache: string): string {
  return `
if [ "$1" = env ]; then printf '%s\\n%s\\n' '${moduleCache}' '-flag=theirs'; exit 0; fi
echo "GOMODCACHE=$GOMODCACHE GOCACHE=$GOCACHE GOFLAGS=$GOFLAGS GOWORK=$GOWORK" > "$HOME/go.env"
mkdir -p "\${GOCACHE:-$HOME/theirs}"
while [ "$1" != -o ]; do shift; done
printf '#!/bin/sh\\necho "temporal version 1.8.2 (Server 1.31.2)"\\n' > "$2"
chmod +x "$2"`;
}
