/**
 * The address of a file of this installation as one of the page's own server. The API tells it with the name in the settings, but the page may
 * have been opened under another: `localhost` for 127.0.0.1, a proxy's. A file that lies elsewhere keeps its address.
 */
export function ownAddress(url: string): string {
  return /^https?:\/\/[^/]+(\/api\/storage\/[^?]+\?(?:.*&)?signature=.*)$/.exec(url)?.[1] ?? url;
}
