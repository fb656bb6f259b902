/**
 * Where someone goes after signing in: `address` when it lies within the site of this origin, its first page otherwise. Read as browsers
 * read it, for whom `//elsewhere` and `/\elsewhere` are other sites.
 */
export function addressWithin(origin: string, address: string): string {
  const url = URL.canParse(address, origin) ? new URL(address, origin) : null;
  return url && url.origin === new URL(origin).origin ? url.href : new URL("/", origin).href;
}
