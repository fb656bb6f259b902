"use client";

import {
  type BoardGeneration,
  type GeneratorForm,
  type InputField,
  type InputRule,
  initialValues,
  toInputParams,
  useCreateGeneration,
} from "@boards/client";
import { useCallback, useMemo, useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { type DescribedError, useErrorWords } from "@/app/_components/describe-error";
import { useFieldErrors } from "@/app/_components/fields/use-field-errors";

type Values = Record<string, unknown>;
const noFields: InputField[] = [];
const noRules: InputRule[] = [];

/** What the composer holds: a generator, at first the one of `firstName` where there is one, and for each generator that was touched its values. */
export function useComposer(boardId: string, generators: GeneratorForm[], firstName: string | null = null) {
  const t = useTranslations("studio.composer");
  const kinds = useTranslations("app.artifactKind");
  const { describeError } = useErrorWords();
  const { create, isCreating } = useCreateGeneration(boardId);
  const [chosenName, setChosenName] = useState<string | null>(firstName);
  const [touched, setTouched] = useState<Record<string, Values>>({});
  const [error, setError] = useState<DescribedError | null>(null);
  const generator = generators.find(({ name }) => name === chosenName) ?? generators[0] ?? null;
  const values = useMemo(() => (generator ? { ...initialValues(generator.fields), ...touched[generator.name] } : {}), [generator, touched]);

  const setValues = useCallback((name: string, changes: Values) => {
    setError(null);
    setTouched((all) => ({ ...all, [name]: { ...all[name], ...changes } }));
  }, []);

  /** Puts an artifact into the first input of the current generator that takes it. */
  const addAsInput = (generation: Pick<BoardGeneration, "id" | "artifactType">) => {
    if (!generator) return;
    const slot = slotFor(generator.fields, values, generation);
    if (!slot) {
      toast.error(t("noInput", { generator: generator.title, kind: kinds(generation.artifactType) }));
      return;
    }
    setValues(generator.name, { [slot.name]: withArtifact(slot, values[slot.name], generation.id) });
    toast.success(t("added", { title: slot.title }));
  };

  /** Loads the inputs of an earlier generation. */
  const reuse = (generation: BoardGeneration) => {
    setChosenName(generation.generatorName);
    setValues(generation.generatorName, generation.inputParams as Values);
  };

  const run = async () => {
    if (!generator) return;
    try {
      await create(generator, toInputParams(generator.fields, values));
      setError(null);
    } catch (problem) {
      setError(describeError(problem));
    }
  };

  const form = useFieldErrors(generator?.fields ?? noFields, generator?.rules ?? noRules, values, error);
  return {
    generator,
    values,
    form,
    isCreating,
    problem: generator ? form.notReady : t("loadingGenerators"),
    inputParams: generator && toInputParams(generator.fields, values),
    choose: setChosenName,
    change: (name: string, value: unknown) => generator && setValues(generator.name, { [name]: value }),
    addAsInput,
    reuse,
    run,
  };
}

export type ComposerState = ReturnType<typeof useComposer>;
export type ArtifactField = Extract<InputField, { kind: "artifact" }>;
/** The value of a slot with one artifact more; a single slot takes the new one instead of the old. */
export function withArtifact(slot: ArtifactField, value: unknown, id: string): unknown {
  return slot.isList ? [...((value as string[] | null) ?? []), id].slice(0, slot.maximum) : id;
}

/** The first fitting slot with room, else the first fitting single one; undefined when none fits. */
function slotFor(fields: InputField[], values: Values, { artifactType }: Pick<BoardGeneration, "artifactType">): ArtifactField | undefined {
  const fitting = fields.filter((field): field is ArtifactField => field.kind === "artifact" && field.artifactType === artifactType);
  const hasRoom = (field: ArtifactField) => (field.isList ? ((values[field.name] as string[]) ?? []).length < field.maximum : !values[field.name]);
  return fitting.find(hasRoom) ?? fitting.find((field) => !field.isList);
}
