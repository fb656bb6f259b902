import { expect, it } from "vitest";
import { ownAddress } from "./own-address";

it("opens this installation's files under the page's own name, and others where they lie", () => {
  const path = "/api/storage/t/image/b/a/original?expires=1&filename=a+b&signature=abc";
  expect(ownAddress(`https://boards.example:8443${path}`)).toBe(path);
  expect(ownAddress(path)).toBe(path);
  for (const elsewhere of [
    "https://files.example/a.png",
    "http://localhost:8088/api/storage/t/image/b/a/original",
    "https://files.example/x?of=/api/storage/a?signature=b",
  ])
    expect(ownAddress(elsewhere)).toBe(elsewhere);
});
