/** A message of an event stream. */
export interface EventMessage {
  event: string;
  id: string | null;
  data: Record<string, unknown>;
}

/** Reads an event stream message by message. */
export function eventReaderOf(body: ReadableStream<Uint8Array> | null) {
  if (!body) throw new Error("the answer has no body");
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const waiting: EventMessage[] = [];
  let text = "";

  /** The next message; null when the stream has ended. */
  async function next(): Promise<EventMessage | null> {
    while (waiting.length === 0) {
      const { done, value } = await reader.read();
      if (done) return null;
      text += decoder.decode(value, { stream: true });
      const messages = text.split("\n\n");
      text = messages.pop() ?? "";
      waiting.push(...messages.filter((message) => message.includes("data: ")).map(messageOf));
    }
    return waiting.shift() ?? null;
  }
  return {
    next,
    /** The next so many messages of this name, others passed over; fewer when the stream has ended. */
    async take(event: string, count: number): Promise<EventMessage[]> {
      const taken: EventMessage[] = [];
      while (taken.length < count) {
        const message = await next();
        if (!message) break;
        if (message.event === event) taken.push(message);
      }
      return taken;
    },
    /** Everything up to the end of the stream. */
    async rest(): Promise<EventMessage[]> {
      const all: EventMessage[] = [];
      for (let message = await next(); message; message = await next()) all.push(message);
      return all;
    },
    cancel: () => reader.cancel(),
  };
}

function messageOf(text: string): EventMessage {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(text)?.[1] ?? null;
  return { event: field("event") ?? "message", id: field("id"), data: JSON.parse(field("data") ?? "{}") ?? {} };
}
