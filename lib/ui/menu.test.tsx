// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { ActionsMenu } from "./menu";

afterEach(cleanup);

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

it.each([
  ["Enter", (button: Element) => fireEvent.keyDown(button, { key: "Enter" })],
  ["Space", (button: Element) => fireEvent.keyDown(button, { key: " " })],
  ["the arrow down", (button: Element) => fireEvent.keyDown(button, { key: "ArrowDown" })],
  ["a press", (button: Element) => fireEvent.pointerDown(button, { button: 0 })],
])("a menu opens by %s, is named by its button, and gives the focus back", async (_name, open) => {
  const chosen: string[] = [];
  const items = ["Rename", "Delete"].map((label) => ({ label, icon: null, onSelect: () => void chosen.push(label) }));
  render(<ActionsMenu label="Actions for Dunes" items={items} />);
  const button = screen.getByRole("button", { name: "Actions for Dunes" });
  expect([button.getAttribute("aria-haspopup"), button.getAttribute("aria-expanded")]).toEqual(["menu", "false"]);
  button.focus();
  await settle();
  open(button);
  const menu = await screen.findByRole("menu", { name: "Actions for Dunes" });
  await settle();
  expect(button.getAttribute("aria-expanded")).toBe("true");
  expect(button.getAttribute("aria-controls")).toBe(menu.id);
  fireEvent.keyDown(document.activeElement as Element, { key: "ArrowDown" });
  await settle();
  fireEvent.keyDown(document.activeElement as Element, { key: "Enter" });
  await settle();
  expect(chosen).toHaveLength(1);
  expect(screen.queryByRole("menu")).toBeNull();
  expect(document.activeElement).toBe(button);
});
