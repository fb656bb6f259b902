// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { DialogFrame, DialogTitle } from "./dialog";
import { Menu } from "./menu";

function MenuWithWindow() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Menu trigger={<button type="button">Actions</button>} items={[{ label: "Rename", icon: null, onSelect: () => setIsOpen(true) }]} />
      <DialogFrame isOpen={isOpen} onClose={() => setIsOpen(false)} className="" overlayClassName="">
        <DialogTitle>Name</DialogTitle>
        <input aria-label="New name" />
      </DialogFrame>
    </>
  );
}

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 50)));

it("goes back to the button of a menu, from which a window was opened", async () => {
  render(<MenuWithWindow />);
  const button = screen.getByRole("button", { name: "Actions" });
  button.focus();
  fireEvent.keyDown(button, { key: "Enter" });
  await settle();
  fireEvent.keyDown(screen.getByRole("menuitem", { name: "Rename" }), { key: "Enter" });
  await settle();
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "New name" }));
  fireEvent.keyDown(screen.getByRole("dialog"), { key: "Escape" });
  await settle();
  expect(document.activeElement).toBe(button);
});
