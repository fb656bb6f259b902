import { NextRequest } from "next/server";
import { BoardsError } from "@/lib/errors";

/** The same request, whose body breaks off with `request.too_large` as soon as more than `maxBytes` have come, whatever its headers claim. */
export function limitBody(request: Request, maxBytes: number): Request {
  if (!request.body || maxBytes === Number.POSITIVE_INFINITY) return request;
  const tooLarge = () => new BoardsError("request.too_large", { message: `A request takes at most ${maxBytes} bytes` });
  let seen = Number(request.headers.get("content-length") ?? 0) > maxBytes ? Number.POSITIVE_INFINITY : 0;
  const cap = new TransformStream<Uint8Array, Uint8Array>({
    start: (controller) => seen > maxBytes && controller.error(tooLarge()),
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > maxBytes) controller.error(tooLarge());
      else controller.enqueue(chunk);
    },
  });
  // Not cancelled when it breaks off: Node.js would close the connection, and the answer could not be sent.
  const body = request.body.pipeThrough(cap, { preventCancel: true });
  return new NextRequest(request, { body, duplex: "half" });
}
