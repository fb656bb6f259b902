// @vitest-environment happy-dom
import { act, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { cookieSetting, useCookieSetting } from "./cookie-setting";

const format = {
  name: "look",
  read: (text: string | undefined) => ({ size: Number(text ?? 1) }),
  write: ({ size }: { size: number }) => String(size),
};

const setting = cookieSetting(format);
const Shown = () => <p>size {useCookieSetting(setting).size}</p>;

it("is what the browser remembers, follows changes, and is kept for the next page", () => {
  // The page before.
  cookieSetting(format).change({ size: 3 });
  render(
    <setting.First value={{ size: 3 }}>
      <Shown />
    </setting.First>,
  );
  expect(screen.getByText("size 3")).toBeTruthy();
  act(() => setting.change({ size: 7 }));
  expect(screen.getByText("size 7")).toBeTruthy();
  expect(cookieSetting(format).now()).toEqual({ size: 7 });
});
