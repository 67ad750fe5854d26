import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RunCommandInput, RunCommandResult } from './run-command';
import { TEMPORAL_CLI_VERSION } from './temporal-cli-cache';

export interface ChooseGoCachesInput {
  env: NodeJS.ProcessEnv;
  run: (input: RunCommandInput) => Promise<RunCommandResult>;
  /** Where caches of our own would be. */
  ownFolder: string;
}

export interface GoCaches {
  /** Caches of our own are removed after the build; the person's are left as they are. */
  own: boolean;
  env: NodeJS.ProcessEnv;
}

const GO_ENV_LIMIT_SECONDS = 20;

/**
 * A cold build leaves 1.5 GB of modules and 1.9 GB of build cache behind. So: the person's own caches where they hold
 * the CLI already (a rebuild then takes seconds), otherwise caches of ours, which are removed afterwards. All other
 * settings of Go (GOPROXY, GOFLAGS, GOTOOLCHAIN …) are the person's. Undefined: there is no `go`.
 */
export async function chooseGoCaches({
  env,
  run,
  ownFolder,
}: ChooseGoCachesInput): Promise<GoCaches | undefined> {
  const lines: string[] = [];
  const asked = await run({
    command: 'go',
    args: ['env', 'GOMODCACHE', 'GOFLAGS'],
    env: { ...env, GOTOOLCHAIN: 'local' },
    limitSeconds: GO_ENV_LIMIT_SECONDS,
    onLine: (line) => lines.push(line),
  });
  if (asked.code !== 0) return undefined;
  const [moduleCache = '', flags = ''] = lines;
  // A workspace (go.work) above the checkout would replace our go.mod.
  const common = { ...env, GOWORK: 'off' };
  if (existsSync(join(moduleCache, 'github.com', 'temporalio', `cli@v${TEMPORAL_CLI_VERSION}`))) {
    return { own: false, env: common };
  }
  return {
    own: true,
    env: {
      ...common,
      GOMODCACHE: join(ownFolder, 'modules'),
      GOCACHE: join(ownFolder, 'build'),
      // Go writes its module cache read-only, so that nothing but Go could remove it.
      GOFLAGS: `${flags} -modcacherw`.trim(),
    },
  };
}
