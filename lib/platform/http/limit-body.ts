import { NextRequest } from "next/server";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import { formatBytes } from "@/lib/platform/text/format-bytes";

const tooLarge = (maxBytes: number) =>
  new BoardsError("request.too_large", { message: say("reasons.request.tooLarge", { limit: formatBytes(maxBytes) }) });

/** The body as text; as soon as more than `maxBytes` have come, whatever its headers claim, it throws `request.too_large`. */
export async function readText(request: Request, maxBytes: number): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const reader = request.body?.getReader();
  const decoder = new TextDecoder();
  let [text, seen] = ["", 0];
  // The rest is left unread rather than canceled: Node.js would close the connection, and the answer could not be sent.
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    seen += part.value.byteLength;
    if (seen > maxBytes) throw tooLarge(maxBytes);
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

/** The same request, whose body breaks off with `request.too_large` as soon as more than `maxBytes` have come, whatever its headers claim. */
export function limitBody(request: Request, maxBytes: number): Request {
  if (!request.body || maxBytes === Number.POSITIVE_INFINITY) return request;
  const announcedBytes = Number(request.headers.get("content-length") ?? 0);
  const reader = request.body.getReader();
  let seen = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (announcedBytes > maxBytes) throw tooLarge(maxBytes);
        const { done, value } = await reader.read();
        if (done) return controller.close();
        seen += value.byteLength;
        if (seen > maxBytes) throw tooLarge(maxBytes);
        controller.enqueue(value);
      },
      // The body itself is never canceled: Node.js would close the connection, and the answer could not be sent.
    },
    { highWaterMark: 0 },
  );
  return new NextRequest(request, { body, duplex: "half" });
}
