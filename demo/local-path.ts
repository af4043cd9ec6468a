const here = 'http://host.invalid';

/** `address` when it leads to a page of this host, as path and query; `/` for anything else. */
export function localPath(address: string): string {
  if (!address.startsWith('/') || !URL.canParse(address, here)) return '/';
  const { origin, pathname, search } = new URL(address, here);
  // A path such as `/.//example.org` is local, but what is left of it once resolved is not.
  return origin === here && !pathname.startsWith('//') ? pathname + search : '/';
}
