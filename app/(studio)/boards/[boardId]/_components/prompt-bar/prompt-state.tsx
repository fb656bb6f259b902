import { type InputField, type InputRule, type InputValues, shownFields, toInputParams } from "@boards/client";
import { type ReactNode, useCallback, useContext, useMemo, useSyncExternalStore } from "react";
import { useFieldErrors } from "@/app/_components/fields/use-field-errors";
import { SelectionInputsContext } from "../../../../_components/gallery/selection-inputs";
import { promptFieldOf, valuesOf, withGenerator, withoutSettings, withValue } from "./draft/draft";
import { type ArtifactField, withArtifact } from "./draft/slots";
import { generatorNamed, PromptContext, type PromptContextValue, type PromptState, PromptStateContext } from "./prompt-context";
import { settingFieldsOf } from "./settings/setting-fields";
import { useInputs } from "./use-as/use-inputs";

/** Gives what shows the draft below it the draft; the rest below is not rendered when it changes. Nothing where nobody may generate. */
export function PromptStateProvider({ children }: { children: ReactNode }) {
  const context = useContext(PromptContext);
  return context ? <State context={context}>{children}</State> : children;
}

const noFields: InputField[] = [];
const noRules: InputRule[] = [];

function State({ context, children }: { context: PromptContextValue; children: ReactNode }) {
  const { store, generators, error, clearError } = context;
  const draft = useSyncExternalStore(store.subscribe, store.get, store.get);
  const generator = generatorNamed(generators, draft.generatorName);
  const fields = generator?.fields ?? noFields;
  const values = useMemo<InputValues>(() => (generator ? valuesOf(draft, generator) : {}), [draft, generator]);
  const form = useFieldErrors(fields, generator?.rules ?? noRules, values, error);

  const change = useCallback(
    (name: string, value: unknown) => {
      clearError();
      if (generator) store.change((each) => withValue({ ...each, generatorName: generator.name }, generator, name, value));
    },
    [clearError, generator, store],
  );
  const add = useCallback(
    (slot: ArtifactField, id: string) => {
      clearError();
      if (generator) store.change((each) => withValue(each, generator, slot.name, withArtifact(slot, valuesOf(each, generator)[slot.name], id)));
    },
    [clearError, generator, store],
  );
  const choose = useCallback(
    (name: string) => {
      clearError();
      const next = generators.find((each) => each.name === name);
      if (next) store.change((each) => withGenerator(each, next));
    },
    [clearError, generators, store],
  );
  const reset = useCallback(
    (name?: string) => {
      clearError();
      if (generator) store.change((each) => withoutSettings(each, generator.name, name), { isLarge: name === undefined });
    },
    [clearError, generator, store],
  );
  const shown = shownFields(fields, values);
  const state: PromptState = {
    generator,
    values,
    shown,
    promptField: promptFieldOf(fields),
    settingFields: settingFieldsOf(shown),
    form,
    inputParams: generator ? toInputParams(fields, values) : null,
    change,
    add,
    choose,
    reset,
  };
  const inputs = useInputs(generator);
  return (
    <PromptStateContext value={state}>
      <SelectionInputsContext value={inputs}>{children}</SelectionInputsContext>
    </PromptStateContext>
  );
}
