import { expect, it, vi } from "vitest";
import { UndoStack } from "./undo-stack";

it("takes changes back from the latest on, each once", () => {
  const stack = new UndoStack();
  const [first, second] = [vi.fn(), vi.fn()];
  stack.push(first);
  const undoSecond = stack.push(second);
  undoSecond();
  undoSecond();
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
  expect(stack.undoLast()).toBe(true);
  expect(first).toHaveBeenCalledOnce();
  expect(stack.undoLast()).toBe(false);
});

it("goes past what cannot be taken back any more", () => {
  const stack = new UndoStack();
  const earlier = vi.fn();
  stack.push(earlier);
  stack.push(() => false);
  expect(stack.undoLast()).toBe(true);
  expect(earlier).toHaveBeenCalledOnce();
});

it("forgets the oldest beyond fifty", () => {
  const stack = new UndoStack();
  const calls: number[] = [];
  for (let step = 0; step < 60; step++) stack.push(() => void calls.push(step));
  while (stack.undoLast());
  expect([calls.length, calls[0], calls.at(-1)]).toEqual([50, 59, 10]);
});
