/** The whole of a body; null when it holds more than `largestBytes`. An answer that goes on and on must not fill the memory. */
export async function bytesWithin(body: ReadableStream<Uint8Array> | null, largestBytes: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > largestBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
