/** An address as it may be shown: who signs in at it, and with what, is taken out. Also of one that was mistyped. */
export function withoutUserinfo(address: string): string {
  // No URL, so nothing tells where the password ends: at the last @ at the latest.
  if (!/^https?:/i.test(address) || !URL.canParse(address))
    return address.replace(/^(https?:\/*)?.*@/is, '$1');
  const url = new URL(address);
  if (url.username === '' && url.password === '') return address;
  url.username = '';
  url.password = '';
  return url.href;
}
