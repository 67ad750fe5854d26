import { withoutUserinfo } from '../render/without-userinfo';
import type { CheckResult } from './check';

/** A page on the same network; a person waits for it. */
const LIMIT_MILLIS = 3000;

/** The page is there, and wants to know who asks: the browser of a person can tell it. */
const SIGN_IN = new Set([401, 403]);

export interface CheckUiInput {
  env: NodeJS.ProcessEnv;
  ask?: ((url: string) => Promise<{ status: number }>) | undefined;
}

/** Where the links to runs lead. Nothing in Temporal tells the address of its web UI. */
export async function checkUi({ env, ask = askOver }: CheckUiInput): Promise<CheckResult> {
  const check = 'Temporal UI';
  const given = env['TEMPORAL_UI_URL'] ?? '';
  // fetch takes none, and its error would quote the password.
  const url = withoutUserinfo(given);
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
    const answers = `${url} answers (${String(status)})`;
    if ((status >= 200 && status < 300) || SIGN_IN.has(status))
      return { check, status: 'ok', message: answers };
    const message = `${answers} (from TEMPORAL_UI_URL), which is no page of Temporal's UI`;
    return { check, status: 'warning', message, mend: 'links lead nowhere from here: check the address' };
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
