import type { BoardGeneration, GeneratorForm, InputField, InputPath, InputValues, PlainField } from "@boards/client";
import { createContext, useContext } from "react";
import type { DescribedError } from "@/app/_components/describe-error";
import type { FormState } from "@/app/_components/fields/use-field-errors";
import type { LongTextField } from "./draft/draft";
import type { DraftStore } from "./draft/draft-store";
import type { ArtifactField } from "./draft/slots";

/** What the parts of the prompt bar share, whatever is typed. */
export interface PromptContextValue {
  boardId: string;
  userId: string;
  store: DraftStore;
  generators: GeneratorForm[];
  onFiles: (files: File[]) => Promise<string[]>;
  /** What the server said against what was sent last. */
  error: DescribedError | null;
  clearError: () => void;
  isSending: boolean;
  /** Sends the draft, if it is ready. */
  send: () => Promise<void>;
  /** The artifact that someone wants to use, while they are asked for what. */
  using: BoardGeneration | null;
  setUsing: (generation: BoardGeneration | null) => void;
  closeViewer: () => void;
}

/** The draft as its generator sees it, and what changes it. */
export interface PromptState {
  /** Undefined while generators are loaded. */
  generator: GeneratorForm | undefined;
  values: InputValues;
  /** The fields that say something as the others stand. */
  shown: InputField[];
  promptField: LongTextField | undefined;
  /** What stands in the settings: every plain field that neither the prompt nor a chip shows. */
  settingFields: PlainField[];
  form: FormState;
  inputParams: InputValues | null;
  change: (name: string, value: unknown) => void;
  /** Puts an artifact into a slot, beside what is there by then. */
  add: (slot: ArtifactField, id: string) => void;
  choose: (name: string) => void;
  /** Sets one setting, or all of them, back to the default. */
  reset: (name?: string) => void;
}

export const PromptContext = createContext<PromptContextValue | null>(null);
export const PromptStateContext = createContext<PromptState | null>(null);

function required<T>(value: T | null): T {
  if (!value) throw new Error("There is no PromptProvider above, or its viewer may not generate");
  return value;
}

/** What the parts of the prompt bar share, whatever is typed. */
export const usePromptContext = (): PromptContextValue => required(useContext(PromptContext));

/** The draft: renders with every change of it. */
export const usePrompt = (): PromptState => required(useContext(PromptStateContext));

/** The generator of this name, else the first that can be used. */
export const generatorNamed = (generators: GeneratorForm[], name: string | null): GeneratorForm | undefined =>
  generators.find((each) => each.name === name) ?? generators.find(({ unavailableReason }) => unavailableReason === null) ?? generators[0];

/** The input that a path lies in. */
export const topOf = (path: InputPath | null | undefined): string | undefined => path?.split(/[.[]/)[0] || undefined;
