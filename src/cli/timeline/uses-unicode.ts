export interface UsesUnicodeInput {
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
}

/** True where the terminal, or whoever reads the pipe, says that it takes UTF-8: the first of these that is set counts. */
export function usesUnicode({ env, platform }: UsesUnicodeInput): boolean {
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find((one) => one !== undefined && one !== '');
  if (locale !== undefined) return /utf-?8/i.test(locale);
  // Windows has no locale in its environment; its newer terminals say who they are.
  return platform === 'win32' && (env['WT_SESSION'] !== undefined || env['TERM_PROGRAM'] !== undefined);
}
