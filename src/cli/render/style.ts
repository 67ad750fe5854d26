/** Colours of a terminal, or the text as it is. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
}

export interface UseColorInput {
  isTty: boolean;
  env: NodeJS.ProcessEnv;
  /** `--no-color` was given. */
  noColor: boolean;
}

/**
 * Colour only on a terminal that has it, and only where nobody said no (https://no-color.org). FORCE_COLOR puts it into
 * pipes as well (https://force-color.org): of a log that is shown in colours.
 */
export function usesColor({ isTty, env, noColor }: UseColorInput): boolean {
  const refused = env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '';
  if (noColor || refused) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return isTty && env['TERM'] !== 'dumb';
}

export function createStyle({ color }: { color: boolean }): Style {
  const paint =
    (open: number, close: number) =>
    (text: string): string =>
      color && text !== '' ? `\u001b[${String(open)}m${text}\u001b[${String(close)}m` : text;
  return {
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
    green: paint(32, 39),
    yellow: paint(33, 39),
    cyan: paint(36, 39),
  };
}
