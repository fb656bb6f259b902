// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { FoldedText } from "./folded-text";

afterEach(cleanup);

const words = { more: "Show all", less: "Show less" };

it("shows a short text whole, and offers nothing", () => {
  render(<FoldedText text="hills" words={words} />);
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.getByText("hills").className).not.toContain("line-clamp");
});

it.each(["a lighthouse ".repeat(300), "line\n".repeat(40)])("folds a long one until its reader asks for all of it", (text) => {
  render(<FoldedText text={text} words={words} />);
  const shown = () => screen.getByText((_content, element) => element?.tagName === "P" && element.textContent === text).className;
  expect(shown()).toContain("line-clamp");
  fireEvent.click(screen.getByRole("button", { name: "Show all", expanded: false }));
  expect(shown()).not.toContain("line-clamp");
  fireEvent.click(screen.getByRole("button", { name: "Show less", expanded: true }));
  expect(shown()).toContain("line-clamp");
});
