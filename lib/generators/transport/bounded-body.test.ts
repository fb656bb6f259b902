import { expect, it, vi } from "vitest";
import { answerWithin } from "./bounded-body";

/** An answer of so many bytes, in pieces of ten; how many were asked for is told by `sent`. */
function answerOf(bytes: number) {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (sent >= bytes) return controller.close();
        const piece = Math.min(10, bytes - sent);
        sent += piece;
        controller.enqueue(new Uint8Array(piece).fill(97));
      },
    },
    { highWaterMark: 0 },
  );
  return { answer: new Response(body, { status: 201, statusText: "Made", headers: { "x-one": "1" } }), sent: () => sent };
}

it("passes an answer on as it is, up to the bound", async () => {
  const onEnd = vi.fn();
  const whole = answerWithin(answerOf(100).answer, 100, onEnd);
  expect(whole).toMatchObject({ status: 201, statusText: "Made", ok: true });
  expect(whole.headers.get("x-one")).toBe("1");
  expect(onEnd).not.toHaveBeenCalled();
  expect(await whole.text()).toBe("a".repeat(100));
  expect(onEnd).toHaveBeenCalledOnce();
});

it("reads no more of one that goes on and on", async () => {
  const { answer, sent } = answerOf(1_000_000);
  const onEnd = vi.fn();
  await expect(answerWithin(answer, 100, onEnd).text()).rejects.toThrow("larger than 100 bytes");
  expect(sent()).toBeLessThan(200);
  expect(onEnd).toHaveBeenCalledOnce();
});

it("is at its end when nobody reads on", async () => {
  const onEnd = vi.fn();
  await answerWithin(answerOf(100).answer, 100, onEnd).body?.cancel();
  expect(onEnd).toHaveBeenCalledOnce();
});

it("has nothing to count where there is no body", () => {
  const empty = new Response(null, { status: 204 });
  const onEnd = vi.fn();
  expect(answerWithin(empty, 1, onEnd)).toBe(empty);
  expect(onEnd).toHaveBeenCalledOnce();
});
