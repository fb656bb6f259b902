import { expect, it, vi } from "vitest";
import { UndoStack } from "./undo-stack";

it("takes changes back from the latest on, each once", () => {
  const stack = new UndoStack();
  const [first, second] = [vi.fn(), vi.fn()];
  stack.push(first);
  const { undo, isLeft } = stack.push(second);
  expect(isLeft()).toBe(true);
  undo();
  undo();
  expect(isLeft()).toBe(false);
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
  expect(stack.undoLast()).toBe(true);
  expect(first).toHaveBeenCalledOnce();
  expect(stack.undoLast()).toBe(false);
});

it("tells who offers a change when it is taken back by somebody else", () => {
  const stack = new UndoStack();
  const [first, second] = [vi.fn(), vi.fn()];
  stack.push(() => undefined).onTaken(first);
  const { undo, onTaken } = stack.push(() => undefined);
  onTaken(second);
  stack.undoLast();
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
  undo();
  expect(second).toHaveBeenCalledOnce();
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

/** A change that is made when it is told. */
function making() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return { promise, resolve, reject };
}
const rest = () => new Promise((resolve) => setTimeout(resolve));

it("takes a change back that is still being made, once it is made, and not the one before", async () => {
  const stack = new UndoStack();
  const [earlier, undo] = [vi.fn(), vi.fn()];
  stack.push(earlier);
  const { promise, resolve } = making();
  stack.pushMaking(promise, undo);
  expect(stack.undoLast()).toBe(true);
  await rest();
  expect([earlier.mock.calls.length, undo.mock.calls.length]).toEqual([0, 0]);
  resolve("made");
  await rest();
  expect(undo.mock.calls).toEqual([["made"]]);
  expect(earlier).not.toHaveBeenCalled();
});

it("takes changes back one after another, however quickly it is asked", async () => {
  const stack = new UndoStack();
  const order: string[] = [];
  const { promise: takenBack, resolve } = making();
  stack.pushMaking(Promise.resolve("first"), (name) => order.push(name));
  stack.pushMaking(Promise.resolve("second"), (name) => takenBack.then(() => order.push(name)));
  stack.undoLast();
  stack.undoLast();
  await rest();
  expect(order).toEqual([]);
  resolve("");
  await rest();
  expect(order).toEqual(["second", "first"]);
});

it("forgets a change that fails, also when it was to be taken back, and goes on", async () => {
  const stack = new UndoStack();
  const [earlier, undo] = [vi.fn(), vi.fn()];
  stack.pushMaking(Promise.resolve("earlier"), earlier);
  const [asked, unasked] = [making(), making()];
  stack.pushMaking(asked.promise, undo);
  stack.undoLast();
  stack.pushMaking(unasked.promise, undo);
  asked.reject(new Error("refused"));
  unasked.reject(new Error("refused"));
  await rest();
  expect(stack.undoLast()).toBe(true);
  await rest();
  expect([earlier.mock.calls.length, undo.mock.calls.length]).toEqual([1, 0]);
  expect(stack.undoLast()).toBe(false);
});
