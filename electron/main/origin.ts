/** The one origin of our pages. */
export const SCHEME = 'app';
export const ORIGIN = 'app://amparo';

/** True for an address of our own pages, whatever its path or fragment. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${SCHEME}:` && url.host === 'amparo' && url.username === '' && url.password === '';
}
