// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { copyText } from "./copy-text";

/** What was selected when the old way of copying was asked for; null while it was not. */
function oldCopy(answer: () => boolean) {
  const seen: { text: string | null } = { text: null };
  document.execCommand = vi.fn(() => {
    seen.text = document.querySelector("textarea")?.value ?? "";
    return answer();
  });
  return seen;
}
const browserHas = (clipboard: unknown) => Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });

afterEach(() => document.body.replaceChildren());

it("copies with the browser's clipboard", async () => {
  const seen = oldCopy(() => true);
  const writeText = vi.fn(async () => undefined);
  browserHas({ writeText });
  expect(await copyText("key")).toBe(true);
  expect(writeText).toHaveBeenCalledWith("key");
  expect(seen.text).toBeNull();
});

it.each([
  ["over plain HTTP, where there is none", undefined],
  ["where the clipboard refuses", { writeText: () => Promise.reject(new Error("not allowed")) }],
])("copies %s, and leaves nothing behind", async (_where, clipboard) => {
  browserHas(clipboard);
  const button = document.createElement("button");
  document.body.append(button);
  button.focus();
  const seen = oldCopy(() => true);
  expect(await copyText("key")).toBe(true);
  expect(seen.text).toBe("key");
  expect(document.querySelector("textarea")).toBeNull();
  expect(document.activeElement).toBe(button);
});

it.each([
  ["answers no", () => false],
  [
    "throws",
    () => {
      throw new Error("unknown command");
    },
  ],
])("says so when the old way %s too", async (_what, answer) => {
  browserHas(undefined);
  oldCopy(answer);
  expect(await copyText("key")).toBe(false);
});
