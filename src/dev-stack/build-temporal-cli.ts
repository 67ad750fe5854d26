import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseGoCaches } from './go-caches';
import type { MakeTemporalCliInput, MakeTemporalCliResult } from './make-temporal-cli';
import { TEMPORAL_CLI_VERSION } from './temporal-cli-cache';
import { probeTemporalCli } from './temporal-cli-version';

/** Measured on 2 cores: 4 min 40 s from nothing, 9 min 30 s with others at work beside it. */
const BUILD_LIMIT_SECONDS = 45 * 60;

/** What a cold build on Linux compiles, counted; for the progress only. */
const PACKAGES = 1350;

const REPORT_EVERY_MILLIS = 1000;

const COMMAND_PACKAGE = 'github.com/temporalio/cli/cmd/temporal';
const VERSION_VARIABLE = 'github.com/temporalio/cli/internal/temporalcli.Version';

/** Builds the CLI from the pinned module: to a temporary name, tried, then renamed, so never half of one is found. */
export async function buildTemporalCli(input: MakeTemporalCliInput): Promise<MakeTemporalCliResult> {
  const { cache, run, onProgress } = input;
  const caches = await chooseGoCaches({ ...input, ownFolder: cache.goCaches });
  if (caches === undefined) return { made: false, why: 'there is no "go" on the PATH' };

  const started = Date.now();
  const temporary = join(cache.folder, `build-${String(process.pid)}-${String(started)}`);
  await mkdir(cache.folder, { recursive: true });
  const progress = describeProgress(onProgress);
  try {
    const built = await run({
      command: 'go',
      args: [
        ...['build', '-v', '-mod=readonly', '-buildvcs=false'],
        ...['-ldflags', `-s -w -X ${VERSION_VARIABLE}=${TEMPORAL_CLI_VERSION}`],
        ...['-o', temporary, COMMAND_PACKAGE],
      ],
      cwd: input.moduleFolder,
      env: caches.env,
      limitSeconds: BUILD_LIMIT_SECONDS,
      onLine: progress.line,
    });
    if (built.tooLong)
      return { made: false, why: `not done after ${String(BUILD_LIMIT_SECONDS / 60)} minutes` };
    if (built.code !== 0)
      return { made: false, why: ['go build failed:', ...built.lastLines.slice(-5)].join('\n    ') };
    const probe = await probeTemporalCli({ path: temporary, run });
    if (!probe.usable) return { made: false, why: `what was built does not work: ${probe.why}` };
    await rename(temporary, cache.binary);
    if (caches.own) {
      onProgress('removing the caches of the build');
      await rm(cache.goCaches, { recursive: true, force: true });
    }
    return { made: true, version: probe.version };
  } finally {
    progress.end();
    await rm(temporary, { force: true });
  }
}

interface BuildProgress {
  line: (line: string) => void;
  end: () => void;
}

/** `go build -v` names each module it downloads and each package it compiles; then it links, without a word. */
function describeProgress(onProgress: (text: string) => void): BuildProgress {
  const what = `building Temporal CLI ${TEMPORAL_CLI_VERSION} with go, once (about 5 minutes and, meanwhile, 3.5 GB)`;
  let modules = 0;
  let packages = 0;
  const report = (): void => {
    onProgress(
      packages === 0
        ? `${what}: ${String(modules)} modules downloaded`
        : `${what}: ${String(packages)} of about ${String(PACKAGES)} packages`,
    );
  };
  const ticks = setInterval(report, REPORT_EVERY_MILLIS);
  onProgress(what);
  return {
    line(line) {
      if (line.startsWith('go: downloading')) modules += 1;
      else if (/^[\w.-]+(\/[\w.~-]+)*$/.test(line)) packages += 1;
    },
    end() {
      clearInterval(ticks);
    },
  };
}
