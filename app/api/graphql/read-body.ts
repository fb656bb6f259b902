/** The text of a request's body; "too large" as soon as more than `maxBytes` have come, whatever its headers claim. */
export async function readBody(request: Request, maxBytes: number): Promise<string | "too large"> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) return "too large";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) return "too large";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
