// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { type ReactNode, useState } from "react";
import { afterEach, beforeAll, expect, it } from "vitest";
import { DialogFrame, DialogTitle } from "./dialog";
import { AnchoredMenu } from "./menu";
import { useFocusKeeper } from "./use-focus-keeper";
import { loadLayers } from "./use-layers";

beforeAll(loadLayers);
afterEach(cleanup);

function Page({ children }: { children: ReactNode }) {
  useFocusKeeper();
  return <main>{children}</main>;
}

function Rows() {
  const [rows, setRows] = useState(["A", "B", "C"]);
  return (
    <>
      <button type="button">Before</button>
      <ul>
        {rows.map((row) => (
          <li key={row}>
            <button type="button" onClick={() => setRows((all) => all.filter((each) => each !== row))}>
              {row}
            </button>
          </li>
        ))}
      </ul>
      <button type="button">After</button>
    </>
  );
}

function NameInPlace() {
  const [isEditing, setIsEditing] = useState(false);
  return (
    <>
      <button type="button">Before</button>
      <p>
        {isEditing ? (
          <input aria-label="Name" ref={(field) => field?.focus()} onKeyDown={() => setIsEditing(false)} />
        ) : (
          <button type="button" onClick={() => setIsEditing(true)}>
            Rename
          </button>
        )}
      </p>
      <button type="button">After</button>
    </>
  );
}

function Windows() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const items = [{ label: "Rename…", icon: null, onSelect: () => setIsOpen(true) }];
  return (
    <>
      <button type="button">Before</button>
      <button type="button" onClick={({ currentTarget }) => setAnchor(currentTarget)}>
        Tile
      </button>
      {anchor && <AnchoredMenu anchor={anchor} items={items} onClose={() => setAnchor(null)} />}
      <DialogFrame isOpen={isOpen} onClose={() => setIsOpen(false)} className="" overlayClassName="">
        <DialogTitle>Rename</DialogTitle>
        <input aria-label="New name" />
      </DialogFrame>
    </>
  );
}

const settle = (ms = 150) => act(() => new Promise((resolve) => setTimeout(resolve, ms)));
const press = async (name: string, role = "button") => {
  const button = screen.getByRole(role, { name });
  button.focus();
  fireEvent.keyDown(button, { key: "Enter" });
  if (role === "button") fireEvent.click(button);
  await settle();
};
const pressEscape = async () => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });
  await settle();
};
const focused = () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent;

const flows: [string, ReactNode, () => Promise<unknown>, string][] = [
  ["a row that goes: the next one", <Rows key="" />, () => press("B"), "C"],
  ["the last row: the one before it", <Rows key="" />, () => press("C"), "B"],
  ["all rows: what follows them", <Rows key="" />, () => press("A").then(() => press("B").then(() => press("C"))), "After"],
  ["a form that becomes a line again: what stands there now", <NameInPlace key="" />, () => press("Rename").then(pressEscape), "Rename"],
  [
    "a window from a tile's menu: the tile",
    <Windows key="" />,
    () =>
      press("Tile")
        .then(() => press("Rename…", "menuitem"))
        .then(pressEscape),
    "Tile",
  ],
];

it.each(flows)("keeps the focus near %s", async (_, page, act, expected) => {
  render(<Page>{page}</Page>);
  await act();
  expect(focused()).toBe(expected);
});

it("leaves alone who has left on purpose", async () => {
  render(
    <Page>
      <Rows />
    </Page>,
  );
  const button = screen.getByRole("button", { name: "B" });
  button.focus();
  button.blur();
  await settle();
  fireEvent.click(button);
  await settle();
  expect(document.activeElement).toBe(document.body);
});
