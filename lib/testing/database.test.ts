import { expect, it } from "vitest";
import { templateName } from "@/lib/testing/database";

it("names a template that fits, and another one for every change, however many migrations there are", () => {
  const many = Array.from({ length: 60 }, (_, number) => String(number).padStart(64, "0"));
  const names = many.map((_, count) => templateName(many.slice(0, count + 1)));
  expect(Math.max(...names.map((name) => `${name}_new`.length))).toBeLessThanOrEqual(63);
  expect(new Set(names).size).toBe(many.length);
});
