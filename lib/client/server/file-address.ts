/** The address of a file for a front end that reaches the server at `serverUrl`, as `BoardsServer.fileAddressOf` says. */
export function fileAddress(serverUrl: string, url: string): string {
  const path = /^(?:https?:\/\/[^/]+)?(\/api\/storage\/[^?]+\?(?:.*&)?signature=.*)$/.exec(url)?.[1];
  return path ? `${serverUrl}${path}` : url;
}
