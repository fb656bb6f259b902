// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { Dialog, Popover } from "radix-ui";
import { useState } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { IconButton } from "./icon-button";
import { Tooltips } from "./tooltips";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Window({ kind: { Root, Portal, Content } }: { kind: typeof Dialog | typeof Popover }) {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <Root open={isOpen} onOpenChange={setIsOpen}>
      <Portal>
        <Content aria-label="Window" aria-describedby={undefined}>
          {Root === Dialog.Root && <Dialog.Title>Window</Dialog.Title>}
          <IconButton label="Zoom in">+</IconButton>
        </Content>
      </Portal>
    </Root>
  );
}

it.each([
  ["dialog", Dialog],
  ["popover", Popover],
])("one Escape closes a %s, also while the button that has the focus shows its name", async (_name, kind) => {
  render(
    <>
      <Tooltips />
      <Window kind={kind} />
    </>,
  );
  await act(async () => screen.getByRole("button", { name: "Zoom in" }).focus());
  expect(screen.getByRole("tooltip").textContent).toBe("Zoom in");
  await act(async () => void fireEvent.keyDown(document.activeElement as Element, { key: "Escape" }));
  expect(screen.queryByRole("tooltip")).toBeNull();
  expect(screen.queryByRole("dialog")).toBeNull();
});

const button = (name: string) => screen.getByRole("button", { name });
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const shown = () => screen.queryByRole("tooltip")?.textContent ?? null;

it("shows the name of what the pointer rests on, of the next one at once, and none once that is pressed or gone", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const page = (isThere: boolean) => (
    <>
      <Tooltips />
      <IconButton label="Zoom in">
        <svg aria-hidden />
      </IconButton>
      {isThere && <IconButton label="Zoom out">-</IconButton>}
    </>
  );
  const { rerender } = render(page(true));
  fireEvent.pointerMove(button("Zoom in").firstChild as Element, { pointerType: "touch" });
  await wait(500);
  expect(shown()).toBeNull();
  fireEvent.pointerMove(document.body);
  fireEvent.pointerMove(button("Zoom in").firstChild as Element);
  await wait(300);
  fireEvent.pointerMove(button("Zoom in"));
  expect(shown()).toBeNull();
  await wait(150);
  expect(shown()).toBe("Zoom in");
  fireEvent.pointerMove(button("Zoom out"));
  await wait(1);
  expect(shown()).toBe("Zoom out");
  fireEvent.pointerOut(button("Zoom out"));
  fireEvent.pointerMove(button("Zoom out"));
  fireEvent.pointerDown(button("Zoom out"));
  await wait(500);
  expect(shown()).toBeNull();
  await act(async () => button("Zoom out").focus());
  expect(shown()).toBe("Zoom out");
  rerender(page(false));
  await wait(1);
  expect(shown()).toBeNull();
});
