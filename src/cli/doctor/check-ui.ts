import type { CheckResult } from './check';

/** A page on the same network; a person waits for it. */
const LIMIT_MILLIS = 3000;

export interface CheckUiInput {
  env: NodeJS.ProcessEnv;
  ask?: ((url: string) => Promise<{ status: number }>) | undefined;
}

/** Where the links to runs lead. Nothing in Temporal tells the address of its web UI. */
export async function checkUi({ env, ask = askOver }: CheckUiInput): Promise<CheckResult> {
  const check = 'Temporal UI';
  const url = env['TEMPORAL_UI_URL'] ?? '';
  if (url === '') {
    const message = 'TEMPORAL_UI_URL is not set, so no links to runs are printed';
    return { check, status: 'warning', message, mend: 'set it, such as http://localhost:8233' };
  }
  if (!isHttp(url)) {
    const message = `TEMPORAL_UI_URL: expected http:// or https://, got ${JSON.stringify(url)}`;
    return { check, status: 'wrong', message, fault: 'configuration' };
  }
  try {
    const { status } = await ask(url);
    return { check, status: 'ok', message: `${url} answers (${String(status)})` };
  } catch (error) {
    const reason = (error as Error).cause instanceof Error ? (error as Error).cause : error;
    const message = `${url} (from TEMPORAL_UI_URL) does not answer: ${(reason as Error).message}`;
    return { check, status: 'warning', message, mend: 'links lead nowhere from here: check the address' };
  }
}

function isHttp(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}

async function askOver(url: string): Promise<{ status: number }> {
  // GET, as Temporal's UI knows no HEAD. The page itself is not read.
  const answer = await fetch(url, { signal: AbortSignal.timeout(LIMIT_MILLIS) });
  await answer.body?.cancel();
  return { status: answer.status };
}
