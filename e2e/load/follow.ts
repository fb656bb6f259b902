/** What a board's event stream says of a generation. */
export interface Journal {
  generationId: string;
  status: string;
  /** When this side received it, in performance.now() milliseconds. */
  receivedAt: number;
}

/** Follows a board's event stream as a browser does, and tells of each event. Ends when `signal` does. */
export async function follow(
  base: string,
  boardId: string,
  onEvent: (event: Journal) => void,
  signal: AbortSignal,
  headers: Record<string, string> = {},
): Promise<void> {
  const { body } = await fetch(`${base}/api/events?board=${boardId}`, { signal, headers });
  let text = "";
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    text += Buffer.from(chunk).toString();
    const messages = text.split("\n\n");
    text = messages.pop() ?? "";
    for (const message of messages)
      if (message.startsWith("event: generation")) onEvent({ ...JSON.parse(message.split("\ndata: ")[1] ?? "{}"), receivedAt: performance.now() });
  }
}
