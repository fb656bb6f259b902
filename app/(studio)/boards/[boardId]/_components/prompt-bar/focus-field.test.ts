// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { focusField } from "./focus-field";

it("the focus goes into a field that its reader has folded away, and into none that isn't there", () => {
  document.body.innerHTML = `<details id="outer"><summary>All</summary>
    <details id="inner"><summary>Advanced</summary><div data-input="seed"><input aria-label="Seed" /></div></details></details>`;
  expect(focusField("seed")).toBe(true);
  expect([...document.querySelectorAll("details")].map(({ open }) => open)).toEqual([true, true]);
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Seed");
  expect(focusField("steps")).toBe(false);
});
