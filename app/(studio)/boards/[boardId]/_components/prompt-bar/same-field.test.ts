import type { PlainField } from "@boards/client";
import { expect, it } from "vitest";
import { isSameField } from "./same-field";

const field = { name: "size", kind: "choice" } as PlainField;
const props = { field, value: "large", errors: new Map<string, string>(), forbidden: new Map<string, string>(), onChange: () => undefined };

it.each([
  ["as before, told anew", { errors: new Map(), forbidden: new Map() }, true],
  ["an error elsewhere", { errors: new Map([["prompt", "is needed"]]) }, true],
  ["an error of its own", { errors: new Map([["size", "is too large"]]) }, false],
  ["an error within it", { errors: new Map([["size.width", "is too large"]]) }, false],
  ["an option that another value forbids", { forbidden: new Map([["large", "not with two images"]]) }, false],
  ["another value", { value: "small" }, false],
  ["another field", { field: { ...field } }, false],
])("a field is rendered again unless it would look the same: %s", (_what, changed, isSame) => {
  expect(isSameField(props, { ...props, ...changed })).toBe(isSame);
});
