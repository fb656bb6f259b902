"use client";

import {
  artifactTypeOf,
  type BoardGeneration,
  type GeneratorForm,
  isGiven,
  type PlainField,
  plainFieldsOf,
  shownFields,
  useCostEstimate,
} from "@boards/client";
import { ArrowUp, ChevronDown, ChevronUp, Loader2, SlidersHorizontal } from "lucide-react";
import { type ClipboardEvent, type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { InputFieldRow } from "@/app/_components/fields/input-field-row";
import { Button } from "@/lib/ui/button";
import { IconButton } from "@/lib/ui/icon-button";
import { ArtifactSlot } from "./artifact-slot";
import { useCostWords } from "./describe-cost";
import { GeneratorPicker } from "./generator-picker";
import type { ArtifactField, ComposerState } from "./use-composer";

interface ComposerProps {
  composer: ComposerState;
  generators: GeneratorForm[];
  generations: BoardGeneration[];
  onFiles: (files: File[]) => Promise<string[]>;
  isOpen: boolean;
  onToggle: () => void;
}

/** Where generations are asked for: below the board, drawn from the generator's own schema. */
export function Composer({ composer, generators, generations, onFiles, isOpen, onToggle }: ComposerProps) {
  const t = useTranslations("studio.composer");
  const describeCost = useCostWords();
  const { generator, values, form: state, problem, isCreating, inputParams } = composer;
  const estimate = useCostEstimate(generator?.name ?? "", problem ? null : inputParams);
  const form = useRef<HTMLFormElement>(null);
  const [areSettingsOpen, setAreSettingsOpen] = useState<boolean | null>(null);

  useEffect(() => {
    const focusByKey = (event: globalThis.KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || isTyping) return;
      event.preventDefault();
      form.current?.querySelector<HTMLElement>("textarea, input")?.focus();
    };
    window.addEventListener("keydown", focusByKey);
    return () => window.removeEventListener("keydown", focusByKey);
  }, []);

  if (!generator) return null;
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (!problem && !isCreating) void composer.run();
  };
  // A file pasted into the composer is meant as an input; pasted elsewhere it goes onto the board alone.
  const paste = async (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    for (const file of files) {
      const [id] = await onFiles([file]);
      if (id) composer.addAsInput({ id, artifactType: artifactTypeOf(file) });
    }
  };
  const successor = generators.find(({ name, unavailableReason }) => name === generator.successor && unavailableReason === null);
  const shown = shownFields(generator.fields, values);
  const slots = shown.filter((field): field is ArtifactField => field.kind === "artifact");
  const plain = plainFieldsOf(shown);
  const texts = plain.filter((field) => field.kind === "longText");
  const settings = plain.filter((field) => field.kind !== "longText");
  const rowOf = (field: PlainField) => (
    <InputFieldRow
      key={field.name}
      field={field}
      value={values[field.name]}
      errors={state.errors}
      forbidden={state.forbiddenOf(field)}
      onChange={(value) => composer.change(field.name, value)}
    />
  );
  const changed = settings.filter(({ name, initial }) => values[name] !== initial).length;
  // What must be filled in is seen at first.
  const areShown = areSettingsOpen ?? settings.some(({ isRequired, initial }) => isRequired && !isGiven(initial));
  const isDivided = settings.some((field) => field.isAdvanced) && settings.some((field) => !field.isAdvanced);
  return (
    <section aria-label={t("label")} className="px-2 pt-1 pb-2 sm:px-6 sm:pb-4">
      <form
        ref={form}
        onSubmit={submit}
        onPaste={paste}
        onKeyDown={(event) => event.key === "Enter" && (event.metaKey || event.ctrlKey) && submit(event)}
        className="mx-auto max-w-4xl rounded-3xl border bg-surface shadow-lg"
      >
        <div className="flex items-center gap-2 px-3 pt-3">
          <GeneratorPicker generators={generators} chosen={generator} onChoose={composer.choose} />
          <p className="hidden min-w-0 grow truncate text-muted text-sm md:block">{generator.description}</p>
          <IconButton label={isOpen ? t("collapse") : t("expand")} aria-expanded={isOpen} onClick={onToggle} className="ml-auto">
            {isOpen ? <ChevronDown size={18} /> : <ChevronUp size={18} />}
          </IconButton>
        </div>
        {generator.deprecation && (
          <p className="px-4 pt-2 text-danger text-sm">
            {generator.deprecation}.{" "}
            {successor && (
              <button type="button" onClick={() => composer.choose(successor.name)} className="underline">
                {t("switchTo", { title: successor.title })}
              </button>
            )}
          </p>
        )}
        {isOpen && (
          <div className="max-h-[46dvh] overflow-y-auto px-4 pt-3 pb-1">
            {slots.length > 0 && (
              <div className="mb-3 flex flex-wrap gap-4">
                {slots.map((slot) => (
                  <ArtifactSlot
                    key={slot.name}
                    slot={slot}
                    value={values[slot.name]}
                    error={state.errors.get(slot.name) ?? null}
                    generations={generations}
                    onFiles={onFiles}
                    onChange={(value) => composer.change(slot.name, value)}
                  />
                ))}
              </div>
            )}
            {texts.map(rowOf)}
            {settings.length > 0 && areShown && (
              <div className="mt-3 grid gap-x-6 gap-y-3 border-t pt-3 sm:grid-cols-2">
                {settings.filter((field) => !field.isAdvanced).map(rowOf)}
                {isDivided && <h3 className="pt-2 font-medium text-muted text-xs sm:col-span-2">{t("moreSettings")}</h3>}
                {settings.filter((field) => field.isAdvanced).map(rowOf)}
              </div>
            )}
          </div>
        )}
        {state.elsewhere.map((message) => (
          <p key={message} role="alert" className="px-4 pt-2 text-danger text-sm">
            {message}
          </p>
        ))}
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 p-3">
          {isOpen && settings.length > 0 && (
            <button
              type="button"
              aria-expanded={areShown}
              onClick={() => setAreSettingsOpen(!areShown)}
              className="flex h-10 shrink-0 items-center gap-2 rounded-full px-3.5 font-medium text-sm hover:bg-sunken"
            >
              <SlidersHorizontal size={16} /> {t("settings")}
              {changed > 0 && <span className="rounded-full bg-accent px-1.5 text-on-accent text-xs tabular-nums">{changed}</span>}
            </button>
          )}
          {/* On a narrow screen it has a line of its own. */}
          <p aria-live="polite" className="-order-1 min-w-0 basis-full px-1 text-muted text-sm sm:order-none sm:basis-0 sm:grow">
            {problem ?? (estimate ? describeCost(estimate, generator) : t("ready"))}
          </p>
          <Button type="submit" disabled={Boolean(problem) || isCreating} title={t("shortcut")} className="ml-auto">
            {isCreating ? <Loader2 size={17} className="animate-spin" /> : <ArrowUp size={17} />} {t("generate")}
          </Button>
        </div>
      </form>
    </section>
  );
}
