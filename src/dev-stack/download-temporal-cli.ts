import { createWriteStream } from 'node:fs';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MakeTemporalCliInput, MakeTemporalCliResult } from './make-temporal-cli';
import { TEMPORAL_CLI_VERSION } from './temporal-cli-cache';
import { probeTemporalCli } from './temporal-cli-version';

/** Many company networks swallow the request: no first byte within this, no download. */
const FIRST_BYTE_LIMIT_SECONDS = 5;

/** About 60 MB: slow lines get this long, after which a build with Go is as fast. */
const DOWNLOAD_LIMIT_SECONDS = 300;
const UNPACK_LIMIT_SECONDS = 60;

const ARCHITECTURES: Record<string, string> = { x64: 'amd64', arm64: 'arm64' };
const PLATFORMS: Record<string, string> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/** The official archive (docs.temporal.io/cli, "Install"), fetched, unpacked, tried, and only then put in place. */
export async function downloadTemporalCli(input: MakeTemporalCliInput): Promise<MakeTemporalCliResult> {
  const platform = PLATFORMS[input.platform];
  const arch = ARCHITECTURES[input.arch];
  if (platform === undefined || arch === undefined) {
    return { made: false, why: `there is none for ${input.platform} on ${input.arch}` };
  }
  const url = `https://temporal.download/cli/archive/v${TEMPORAL_CLI_VERSION}?platform=${platform}&arch=${arch}`;
  const work = join(input.cache.folder, `download-${String(process.pid)}-${String(Date.now())}`);
  try {
    await mkdir(work, { recursive: true });
    const archive = join(work, platform === 'windows' ? 'temporal.zip' : 'temporal.tar.gz');
    await fetchTo({ url, file: archive, fetch: input.fetch, onProgress: input.onProgress });
    return await install(input, work, archive);
  } catch (error) {
    return { made: false, why: `${url}: ${describe(error)}` };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

interface FetchToInput {
  url: string;
  file: string;
  fetch: typeof fetch;
  onProgress: (text: string) => void;
}

async function fetchTo({ url, file, fetch, onProgress }: FetchToInput): Promise<void> {
  onProgress(`downloading Temporal CLI ${TEMPORAL_CLI_VERSION} from ${new URL(url).host}`);
  const stop = new AbortController();
  const giveUp = (seconds: number, what: string): NodeJS.Timeout =>
    setTimeout(() => {
      stop.abort(new Error(`${what} in ${String(seconds)} s`));
    }, seconds * 1000);
  let limit = giveUp(FIRST_BYTE_LIMIT_SECONDS, 'no answer');
  try {
    const response = await fetch(url, { signal: stop.signal, redirect: 'follow' });
    if (!response.ok || response.body === null)
      throw new Error(`expected status 200, got ${String(response.status)}`);
    const total = Number(response.headers.get('content-length') ?? 0);
    let received = 0;
    const count = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        if (received === 0) {
          clearTimeout(limit);
          limit = giveUp(DOWNLOAD_LIMIT_SECONDS, 'not complete');
        }
        received += chunk.length;
        onProgress(
          `downloading Temporal CLI ${TEMPORAL_CLI_VERSION}: ${megabytes(received)} of ${megabytes(total)} MB`,
        );
        done(null, chunk);
      },
    });
    await pipeline(Readable.from(response.body), count, createWriteStream(file), { signal: stop.signal });
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : error;
  } finally {
    clearTimeout(limit);
  }
}

async function install(
  { cache, run }: MakeTemporalCliInput,
  work: string,
  archive: string,
): Promise<MakeTemporalCliResult> {
  // bsdtar, which Windows brings along as tar, reads zip too.
  const unpacked = await run({
    command: 'tar',
    args: ['-xf', basename(archive)],
    cwd: work,
    limitSeconds: UNPACK_LIMIT_SECONDS,
  });
  if (unpacked.code !== 0)
    throw new Error(`could not unpack it: ${unpacked.lastLines.at(-1) ?? 'tar failed'}`);
  const binary = join(work, basename(cache.binary));
  await chmod(binary, 0o755);
  const probe = await probeTemporalCli({ path: binary, run });
  if (!probe.usable) throw new Error(`what came does not work: ${probe.why}`);
  await rename(binary, cache.binary);
  return { made: true, version: probe.version };
}

function megabytes(bytes: number): string {
  return bytes === 0 ? '?' : (bytes / 1e6).toFixed(0);
}

/** `fetch failed` alone says nothing: its cause does. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
