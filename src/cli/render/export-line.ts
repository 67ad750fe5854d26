export interface ExportLineInput {
  variables: Record<string, string>;
  platform?: NodeJS.Platform | undefined;
}

/** The line that sets variables in the shell of this system: PowerShell on Windows, any POSIX one elsewhere. */
export function exportLine({ variables, platform = process.platform }: ExportLineInput): string {
  const pairs = Object.entries(variables);
  return platform === 'win32'
    ? pairs.map(([name, value]) => `$env:${name} = '${value}'`).join('; ')
    : `export ${pairs.map(([name, value]) => `${name}=${value}`).join(' ')}`;
}
