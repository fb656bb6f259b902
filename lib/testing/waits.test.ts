import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("no test gives up waiting after a second, as a busy machine would make it", () => {
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.test.*"], { encoding: "utf8" }).split("\n");
  const waiting = files.filter((file) => file && /\bvi\.wait(For|Until)\(/.test(readFileSync(file, "utf8")) && !file.endsWith("/waits.test.ts"));
  expect(waiting, "use until() of lib/testing, or expect.poll()").toEqual([]);
});
