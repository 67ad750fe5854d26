/** Collects a flag that may be given several times, each with one value or several with commas. */
export function collectRegions(text: string, before: string[] = []): string[] {
  return [...before, ...text.split(',').map((region) => region.trim())].filter((region) => region !== '');
}
