import { expect, it } from "vitest";
import { localRefusal } from "@/lib/auth/local-origin";

it.each([
  ["localhost:3000", null, true],
  ["127.0.0.1:3000", "http://127.0.0.1:3000", true],
  ["[::1]:3000", "http://[::1]:3000", true],
  ["evil.example:3000", null, false],
  ["127.0.0.1.evil.example", null, false],
  ["localhost:3000", "http://evil.example", false],
  ["localhost:3000", "http://localhost:4000", false],
  ["localhost:3000", "null", false],
  [null, null, false],
])("host %s with origin %s may pass: %s", (host, origin, mayPass) => {
  expect(localRefusal(host, origin) === null).toBe(mayPass);
});
