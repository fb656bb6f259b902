// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from "@testing-library/react";
import { Dialog, Popover, Tooltip } from "radix-ui";
import { useState } from "react";
import { expect, it } from "vitest";
import { IconButton } from "./icon-button";

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
    <Tooltip.Provider>
      <Window kind={kind} />
    </Tooltip.Provider>,
  );
  await act(async () => screen.getByRole("button", { name: "Zoom in" }).focus());
  expect(screen.getByRole("tooltip").textContent).toBe("Zoom in");
  await act(async () => void fireEvent.keyDown(document.activeElement as Element, { key: "Escape" }));
  expect(screen.queryByRole("tooltip")).toBeNull();
  expect(screen.queryByRole("dialog")).toBeNull();
});
