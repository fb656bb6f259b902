import { expect, it } from "vitest";
import { page } from "@/lib/platform/graphql/page";

it("reads limit and offset as the original does, within bounds", () => {
  expect(page({})).toEqual({ take: 50, skip: 0 });
  expect(page({ limit: 0, offset: null }, 100)).toEqual({ take: 100, skip: 0 });
  expect(page({ limit: 200, offset: 100_000 })).toEqual({ take: 200, skip: 100_000 });
});

it.each([
  [{ limit: 201 }, "limit"],
  [{ limit: -1 }, "limit"],
  [{ offset: -1 }, "offset"],
  [{ offset: 100_001 }, "offset"],
])("refuses %o", (args, field) => {
  expect(() => page(args)).toThrowError(expect.objectContaining({ reason: "input.invalid", field }));
});
