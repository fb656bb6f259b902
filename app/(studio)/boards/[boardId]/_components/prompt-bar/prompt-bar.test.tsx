// @vitest-environment happy-dom
import { type BoardGeneration, BoardsProvider, type GeneratorForm, readInputSchema } from "@boards/client";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { Tooltip } from "radix-ui";
import { Profiler, type ProfilerOnRenderCallback } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { MessagesProvider } from "@/app/_components/messages-provider";
import { sketch } from "@/lib/generators/catalogue/local/sketch";
import { inputSchemaOf } from "@/lib/generators/contract/input-schema";
import en from "@/lib/messages/en.json";
import { CurationProvider } from "../../../../_components/curation/curation-provider";
import { GalleryCell } from "../../../../_components/gallery/gallery-cell";
import { UndoProvider } from "../../../../_components/undo/undo-provider";
import { ChipIcon } from "./chips/chip-look";
import { PromptBar } from "./prompt-bar";
import { PromptProvider } from "./prompt-provider";

vi.mock("./chips/chip-look", { spy: true });

const me = { __typename: "User", id: "u", tenantId: "t", displayName: "Ada", email: null, avatarUrl: null, tenantRole: "OWNER" };
const signInOptions = { __typename: "SignInOptions", hasPasswords: false, needsOwner: false, needsFirstAccount: false, provider: null };
/** Says who is looking, and leaves every other question open. */
const server: typeof fetch = async (_address, { body } = {}) =>
  String(body).includes("query Viewer")
    ? Response.json({ data: { me, myAccount: null, maxUploadBytes: null, areSimulatedRunsCharged: false, signInOptions } })
    : new Promise(() => undefined);

const generator = {
  ...{ name: "sketch", title: "Sketch", provider: "local", artifactType: "IMAGE", family: "Sketch", variant: "", rules: [], unavailableReason: null },
  ...{ providerTitle: null, vendor: null, task: null, defaultCostUsd: 0, deprecation: null, successor: null, isSimulated: false },
  fields: readInputSchema(inputSchemaOf(sketch)),
} as unknown as GeneratorForm;
const generators = [generator];
/* Of running ones the clock ticks. */
const statuses = ["COMPLETED", "FAILED", "CANCELLED"];
const cells = Array.from({ length: 24 }, (_, index) => {
  const id = `generation-${index}`;
  const item = {
    id,
    ratio: 1,
    artifactType: "IMAGE",
    status: "COMPLETED",
    placeholder: null,
    batchId: id,
    batchIndex: 0,
    batchSize: 1,
    createdAt: "",
  };
  const generation = {
    ...item,
    status: statuses[index % 3],
    progress: 40,
    generatorName: "sketch",
    generatorTitle: "Sketch",
    inputParams: { prompt: "a storm" },
  };
  return { card: { item, ids: [id], isOpened: false, index }, generation: generation as unknown as BoardGeneration };
});

const onFiles = async () => [];
const onView = () => undefined;

/** A board with these generators in its prompt bar; what counts how often its tiles are rendered. */
function Board({ generators, onRender = () => undefined }: { generators: GeneratorForm[]; onRender?: ProfilerOnRenderCallback }) {
  return (
    <MessagesProvider messages={{ ui: en.ui, app: en.app, studio: en.studio }}>
      <Tooltip.Provider>
        <BoardsProvider fetch={server}>
          <UndoProvider>
            <CurationProvider boardId="b">
              {() => (
                <PromptProvider boardId="b" mayGenerate mayExport generators={generators} generatorAsked={null} onFiles={onFiles} onView={onView}>
                  <Profiler id="tiles" onRender={onRender}>
                    {cells.map(({ card, generation }, index) => (
                      <GalleryCell
                        key={card.item.id}
                        {...{ card: card as never, generation, x: 0, y: 0, width: 300, height: 200, rowIndex: index + 1 }}
                        {...{ isLine: false, isTabStop: index === 0, isFocused: false, isSelected: false, isSelecting: false }}
                      />
                    ))}
                  </Profiler>
                  <PromptBar />
                </PromptProvider>
              )}
            </CurationProvider>
          </UndoProvider>
        </BoardsProvider>
      </Tooltip.Provider>
    </MessagesProvider>
  );
}

afterEach(cleanup);

it("typing in the prompt renders no tile and no chip", async () => {
  const onRender = vi.fn();
  render(<Board generators={generators} onRender={onRender} />);
  const prompt = await screen.findByRole("textbox", { name: "Prompt" });
  expect(ChipIcon).toHaveBeenCalled();
  onRender.mockClear();
  vi.mocked(ChipIcon).mockClear();
  let text = "";
  for (const letter of "a quay in fog") {
    text += letter;
    await act(async () => void fireEvent.change(prompt, { target: { value: text } }));
  }
  expect((prompt as HTMLTextAreaElement).value).toBe(text);
  expect(onRender).not.toHaveBeenCalled();
  expect(ChipIcon).not.toHaveBeenCalled();
  // What does change a tile is counted.
  fireEvent.focus(screen.getAllByRole("gridcell")[0]?.querySelector("button") as HTMLElement);
  expect(onRender).toHaveBeenCalled();
});

it("what is to be edited before the generators have arrived is edited when they have", async () => {
  const board = render(<Board generators={[]} />);
  fireEvent.click(screen.getAllByRole("button", { name: "Edit" })[0] as HTMLElement);
  board.rerender(<Board generators={generators} />);
  const prompt = await screen.findByRole("textbox", { name: "Prompt" });
  await waitFor(() => expect(document.activeElement).toBe(prompt));
  expect((prompt as HTMLTextAreaElement).value).toBe("a storm");
});
