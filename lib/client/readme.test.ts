import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as client from "./index.ts";

it("the README says what each hook returns", () => {
  const rows = readFileSync(join(import.meta.dirname, "README.md"), "utf8").matchAll(/^\| `(use\w+)\(/gm);
  const hooks = Object.keys(client).filter((name) => name.startsWith("use"));
  expect(Array.from(rows, ([, name]) => name).sort()).toEqual(hooks.sort());
});
