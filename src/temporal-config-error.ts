import type { TemporalProfile } from './temporal-profile';

/** The profile, or the file that holds it, cannot be used. Never quotes the file: it may hold an API key. */
export class TemporalConfigError extends Error {
  /** `problem` with the key: `profile.staging.address: expected a string, got a number`. */
  constructor({ file, problem, cause }: { file: string | undefined; problem: string; cause?: unknown }) {
    super(`the configuration of Temporal cannot be used: ${file ?? 'temporal.toml'}: ${problem}`, { cause });
    this.name = 'TemporalConfigError';
  }
}

/** What `@temporalio/envconfig`, its TOML parser or the file system said, with file and key. */
export function toTemporalConfigError({
  error,
  profile,
  env,
}: {
  error: unknown;
  profile: TemporalProfile;
  env: NodeJS.ProcessEnv;
}): TemporalConfigError {
  return new TemporalConfigError({
    file: profile.file,
    problem: describe({ error, profile, env }),
    cause: error,
  });
}

function describe({ error, profile, env }: Parameters<typeof toTemporalConfigError>[0]): string {
  const { message, line, column, code, path } = error as NodeJS.ErrnoException & {
    line?: number;
    column?: number;
  };
  if (line !== undefined && column !== undefined) {
    // The parser goes on to quote the line.
    const what = message.split('\n')[0]?.replace(/^Invalid TOML document: /, '') ?? 'is not TOML';
    return `line ${String(line)}, column ${String(column)}: ${what}`;
  }
  // Of a folder Node does not say which.
  if (code !== undefined) return describeUnreadable({ code, path: path ?? profile.file, profile, env });
  if (message.includes('not found in config data')) {
    const from = profile.nameFrom === undefined ? '' : ` (from ${profile.nameFrom})`;
    return `it has no profile "${profile.name}"${from}`;
  }
  // An empty file, or one without a profile: envconfig 1.24 looks into what is not there.
  return error instanceof TypeError ? 'expected tables such as [profile.default], got none' : message;
}

const REASONS: Partial<Record<string, string>> = {
  ENOENT: 'no such file',
  EACCES: 'not allowed to read it',
  EISDIR: 'expected a file, got a folder',
};

const TLS_PATHS = ['client_cert_path', 'client_key_path', 'server_ca_cert_path'];

/** A certificate, a key, or the file itself. */
function describeUnreadable({
  code,
  path,
  profile,
  env,
}: {
  code: string;
  path: string | undefined;
  profile: TemporalProfile;
  env: NodeJS.ProcessEnv;
}): string {
  const reason = REASONS[code] ?? code;
  if (path === profile.file) return reason;
  const variable = TLS_PATHS.map((key) => `TEMPORAL_TLS_${key.toUpperCase()}`).find(
    (name) => env[name] === path,
  );
  const key = variable ?? `a path of profile.${profile.name}.tls (${TLS_PATHS.join(', ')})`;
  return `${key}: ${reason}: ${path ?? ''}`;
}
