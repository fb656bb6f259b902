// @vitest-environment happy-dom

import { globSync, readFileSync } from "node:fs";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { useFold } from "./use-fold";

afterEach(cleanup);

function Fold({ isNeeded }: { isNeeded: boolean }) {
  return (
    <details {...useFold({ isNeeded })}>
      <summary>Advanced</summary>
    </details>
  );
}

it("opens for what is wrong in it, and stays open when that was put right; only its reader closes it", () => {
  const { rerender } = render(<Fold isNeeded={false} />);
  const details = screen.getByRole<HTMLDetailsElement>("group");
  expect(details.open).toBe(false);
  rerender(<Fold isNeeded />);
  expect(details.open).toBe(true);
  rerender(<Fold isNeeded={false} />);
  expect(details.open).toBe(true);
  details.open = false;
  fireEvent(details, new Event("toggle"));
  rerender(<Fold isNeeded={false} />);
  expect(details.open).toBe(false);
});

it("is how every fold is opened that opens by itself", () => {
  const folds = globSync("{app,lib}/**/*.tsx").flatMap((file) => readFileSync(file, "utf8").match(/<details[^>]*\sopen=/g) ?? []);
  expect(folds).toEqual([]);
});
