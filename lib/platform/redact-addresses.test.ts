import { expect, it } from "vitest";
import { captureLog } from "@/lib/testing/captured-log";
import { redactAddresses } from "./redact-addresses";

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

it("is what every line of the log goes through", async () => {
  const { log } = await import("@/lib/platform/log");
  const captured = captureLog();
  log.error({ err: new Error("GET https://bucket.example/a?signature=hush failed"), ticket: "hush" }, "PUT /api/uploads/direct/hush");
  captured.stop();
  expect(captured.lines()).toContain("bucket.example");
  expect(captured.lines()).not.toContain("hush");
});
