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

/** An answer whose body breaks off with an error where it becomes larger than `largestBytes`, for clients that read it whole. */
export function answerWithin(answer: Response, largestBytes: number): Response {
  if (!answer.body) return answer;
  let size = 0;
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.length;
      if (size > largestBytes) controller.error(new Error(`the answer is larger than ${largestBytes} bytes`));
      else controller.enqueue(chunk);
    },
  });
  return new Response(answer.body.pipeThrough(count), answer);
}
