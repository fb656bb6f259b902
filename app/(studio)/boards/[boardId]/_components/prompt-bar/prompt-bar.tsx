"use client";

import { artifactTypeOf, type GeneratorForm, plainFieldsOf } from "@boards/client";
import clsx from "clsx";
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useContext } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/lib/ui/toast";
import { useTileDrag } from "../../../../_components/tile/use-tile-drag";
import { chipFieldsOf } from "./chips/chip-fields";
import { ChipRow } from "./chips/chip-row";
import { GeneratorChooser } from "./chooser/generator-chooser";
import { valuesOf } from "./draft/draft";
import { slotFor, slotsOf } from "./draft/slots";
import { GenerateRow } from "./generate-row";
import { PromptStateContext, usePrompt, usePromptContext } from "./prompt-context";
import { PromptInput } from "./prompt-input";
import { SettingsButton } from "./settings/settings-button";
import { SlotStrip } from "./slots/slot-strip";
import { SuccessorNote } from "./successor-note";
import { UseAsDialog } from "./use-as/use-as-dialog";
import { usePromptKey } from "./use-prompt-key";
import { useRedoKeys } from "./use-redo-keys";

/** Where generations are asked for: prompt, inputs and what matters most of the settings, below the board. */
export function PromptBar() {
  const state = useContext(PromptStateContext);
  usePromptKey(Boolean(state?.generator));
  if (!state?.generator) return <PromptBarPlace />;
  return <Bar generator={state.generator} />;
}

/** As high as the bar with its prompt and its chips, so that the board does not move when it comes. */
export function PromptBarPlace() {
  const t = useTranslations("studio.promptBar");
  return (
    <div
      role="status"
      aria-label={t("loading")}
      className="m-2 h-[9.8125rem] animate-shimmer rounded-2xl bg-loading pointer-coarse:max-sm:h-[10.3125rem] sm:mx-4 sm:my-3 sm:h-[7.6875rem]"
    />
  );
}

function Bar({ generator }: { generator: GeneratorForm }) {
  const t = useTranslations("studio.promptBar");
  const { generators, store, onFiles, send, using, setUsing } = usePromptContext();
  const { values, shown, promptField, form, change, add, choose } = usePrompt();
  const dragged = useTileDrag();
  useRedoKeys();

  const sendByKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    void send();
  };
  const addFiles = async (files: File[]) => {
    for (const file of files) {
      const [id] = await onFiles([file]);
      if (!id) continue;
      const slot = slotFor(generator.fields, valuesOf(store.get(), generator), artifactTypeOf(file));
      if (slot) add(slot, id);
      else toast.info(t("onBoardOnly", { generator: generator.title, name: file.name }));
    }
  };
  // A tile or a file that no slot caught goes to the first that takes it; a tile that none takes, to another generator.
  const drop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!dragged) return void addFiles([...event.dataTransfer.files]);
    const slot = slotFor(generator.fields, values, dragged.artifactType);
    if (slot) add(slot, dragged.id);
    else setUsing(dragged);
  };
  // A file pasted here is meant as an input; pasted elsewhere it goes onto the board alone.
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    void addFiles(files);
  };
  const slots = slotsOf(shown);
  const chips = chipFieldsOf(plainFieldsOf(shown).filter((field) => field !== promptField));
  return (
    <section
      aria-label={t("label")}
      data-prompt-bar
      onKeyDown={sendByKey}
      onPaste={paste}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      className="max-h-[50dvh] overflow-y-auto low:max-h-none border-t bg-canvas px-2 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] sm:px-4 sm:pt-3 sm:pb-3"
    >
      <div
        className={clsx(
          "mx-auto grid max-w-5xl gap-2 rounded-2xl border bg-surface p-2 shadow-sm focus-within:border-muted/60",
          dragged && "border-accent border-dashed",
        )}
      >
        <SuccessorNote generator={generator} generators={generators} onChoose={choose} />
        <div className="flex flex-wrap items-start gap-x-3 gap-y-2 sm:flex-nowrap">
          {slots.length > 0 && <SlotStrip slots={slots} values={values} dragged={dragged} errors={form.errors} onChange={change} onAdd={add} />}
          {promptField && (
            <PromptInput
              field={promptField}
              value={String(values[promptField.name] ?? "")}
              error={form.errors.get(promptField.name) ?? null}
              onChange={(value) => change(promptField.name, value)}
            />
          )}
        </div>
        <div className="sticky low:static bottom-0 -mx-2 -mb-2 flex flex-wrap items-center gap-1.5 rounded-b-2xl bg-surface px-2 pb-2">
          <GeneratorChooser chosen={generator} onChoose={choose} />
          <ChipRow chips={chips} values={values} form={form} onChange={change} />
          <SettingsButton />
          <GenerateRow />
        </div>
      </div>
      {using && <UseAsDialog generation={using} onClose={() => setUsing(null)} />}
    </section>
  );
}
