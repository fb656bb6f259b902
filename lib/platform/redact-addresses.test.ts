import { expect, it } from "vitest";
import { captureLog } from "@/lib/testing/captured-log";
import { redactAddresses, withoutAddresses, withoutSecrets } from "./redact-addresses";

it.each([
  ["postgresql://boards:hunter2@host/db is away", "postgresql://[secret]@host/db is away"],
  ["GET https://bucket.example/a.png?X-Amz-Signature=abc&X-Amz-Date=1: 404", "GET https://bucket.example/a.png?[secret] 404"],
  ['{"url":"/api/storage/t/image/b/a/original?expires=1&signature=abc"}', '{"url":"/api/storage/t/image/b/a/original?[secret]"}'],
  ["PUT /api/uploads/direct/eyJrZXki.c2ln/confirm", "PUT /api/uploads/direct/[secret]/confirm"],
  ["GET /sign-up?invitation=abc.def 200", "GET /sign-up?[secret] 200"],
  ["/reset-password?token=abc", "/reset-password?[secret]"],
  ["and/or? Yes.", "and/or? Yes."],
  ["nothing to hide? No.", "nothing to hide? No."],
])("%j is logged as %j", (text, logged) => {
  expect(redactAddresses(text)).toBe(logged);
});

it("leaves the rest of a value as it is, also behind a line break", () => {
  const value = {
    prompt: "hills\nhttps://example.com/a?token=hush and \u001bhttps://example.com",
    seeds: [1, null],
    "https://a.example/?key=hush": true,
  };
  expect(withoutAddresses(value)).toEqual({ prompt: "hills\n[address] and \u001b[address]", seeds: [1, null], "[address]": true });
  expect(withoutSecrets(value)).toEqual({
    prompt: "hills\nhttps://example.com/a?[secret] and \u001bhttps://example.com",
    seeds: [1, null],
    "https://a.example/?[secret]": true,
  });
});

it.each(["a.", "a", "/a", "http://", "://a", "/api/uploads/direct/"])("takes no longer for a text of many %j", (part) => {
  const text = part.repeat(500_000 / part.length);
  const start = performance.now();
  redactAddresses(text);
  withoutAddresses({ text });
  expect(performance.now() - start).toBeLessThan(2000);
});

it("is what every line of the log goes through", async () => {
  const { log } = await import("@/lib/platform/log");
  const captured = captureLog();
  log.error({ err: new Error("GET https://bucket.example/a?signature=hush failed"), ticket: "hush" }, "PUT /api/uploads/direct/hush");
  captured.stop();
  expect(captured.lines()).toContain("bucket.example");
  expect(captured.lines()).not.toContain("hush");
});
