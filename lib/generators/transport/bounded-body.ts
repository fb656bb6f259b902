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

/**
 * An answer whose body breaks off with an error where it becomes larger than `largestBytes`, for clients that read it whole. `onEnd` is called once
 * nothing more is read of it.
 */
export function answerWithin(answer: Response, largestBytes: number, onEnd: () => void): Response {
  if (!answer.body) {
    onEnd();
    return answer;
  }
  let size = 0;
  // TypeScript's own types do not have `cancel` yet.
  const count: Transformer<Uint8Array, Uint8Array> & { cancel: () => void } = {
    transform(chunk, controller) {
      size += chunk.length;
      if (size <= largestBytes) return controller.enqueue(chunk);
      onEnd();
      controller.error(new Error(`the answer is larger than ${largestBytes} bytes`));
    },
    flush: onEnd,
    cancel: onEnd,
  };
  return new Response(answer.body.pipeThrough(new TransformStream(count)), answer);
}
