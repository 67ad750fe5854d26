/** AWS has fewer than 40 Regions; names that are none, from bad input, must not fill the memory. */
const MAX_REGIONS = 64;

/** Makes one for each Region, when it is first asked for, and keeps it. Over the limit the oldest goes. */
export function onePerRegion<Made>(make: (region: string) => Made): (region: string) => Made {
  const made = new Map<string, Made>();
  return (region) => {
    const known = made.get(region);
    if (known !== undefined) return known;
    const fresh = make(region);
    made.set(region, fresh);
    const [oldest] = made.keys();
    if (made.size > MAX_REGIONS && oldest !== undefined) made.delete(oldest);
    return fresh;
  };
}
