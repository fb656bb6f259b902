"use client";

import { type BoardGeneration, type GeneratorForm, toInputParams, useConnection, useCreateGeneration, useViewer, whyNotReady } from "@boards/client";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { type DescribedError, useErrorWords } from "@/app/_components/describe-error";
import { toast } from "@/lib/ui/toast";
import { BoardActionsProvider } from "../../../../_components/board-actions-provider";
import { useUndoStack } from "../../../../_components/undo/undo-provider";
import { type Values, valuesOf, withGenerator, withInputs } from "./draft/draft";
import { DraftStore } from "./draft/draft-store";
import { recentGenerators, rememberGenerator } from "./draft/recent-generators";
import { draftKey } from "./draft/stored-draft";
import { focusPrompt } from "./focus-field";
import { generatorNamed, PromptContext, type PromptContextValue } from "./prompt-context";
import { PromptStateProvider } from "./prompt-state";
import { SettingsProvider } from "./settings/settings-state";

/** What is no longer so once the server answers again. */
const ofConnection = ["client.unreachable", "client.signed_out"];

interface PromptProviderProps {
  boardId: string;
  mayGenerate: boolean;
  mayExport: boolean;
  generators: GeneratorForm[];
  /** The generator that the address asks for. */
  generatorAsked: string | null;
  onFiles: (files: File[]) => Promise<string[]>;
  onView: (id: string | null) => void;
  children: ReactNode;
}

/** Holds the draft of a board and what can be done with it. A change of the draft renders nothing here. */
export function PromptProvider({ boardId, mayGenerate, mayExport, generators, generatorAsked, onFiles, onView, children }: PromptProviderProps) {
  const t = useTranslations("studio.promptBar");
  const { describeError } = useErrorWords();
  const { viewer } = useViewer();
  const userId = viewer?.id ?? null;
  const undoStack = useUndoStack();
  const { create, isCreating: isSending } = useCreateGeneration(boardId);
  const [error, setError] = useState<DescribedError | null>(null);
  const [using, setUsing] = useState<BoardGeneration | null>(null);
  // The draft is read in the browser alone.
  const store = useMemo(() => {
    if (!userId) return null;
    const made: DraftStore = new DraftStore(draftKey(userId, boardId), localStorage, () => undoStack.push(made.undo));
    return made;
  }, [userId, boardId, undoStack]);
  useEffect(() => store?.connect(), [store]);

  useEffect(() => {
    if (!store || generators.length === 0) return;
    const { generatorName } = store.get();
    const [latest] = recentGenerators(userId).filter((name) => generators.some((each) => each.name === name && !each.unavailableReason));
    const form = generators.find(({ name }) => name === (generatorAsked ?? generatorName ?? latest));
    if (form && form.name !== generatorName) store.change((draft) => withGenerator(draft, form));
  }, [store, generators, generatorAsked, userId]);

  // Functions that tiles hold stay the same when generators arrive.
  const latest = useRef({ generators, create });
  latest.current = { generators, create };
  const clearError = useCallback(() => setError(null), []);
  const { state } = useConnection();
  useEffect(() => {
    if (state === "connected") setError((now) => (now && ofConnection.includes(now.code) ? null : now));
  }, [state]);

  const send = useCallback(async () => {
    const draft = store?.get();
    const generator = draft && generatorNamed(latest.current.generators, draft.generatorName);
    if (!draft || !generator) return;
    const values = valuesOf(draft, generator);
    if (whyNotReady(generator.fields, generator.rules, values)) return;
    try {
      await latest.current.create(generator, toInputParams(generator.fields, values));
      setError(null);
      rememberGenerator(userId, generator.name);
    } catch (problem) {
      setError(describeError(problem));
    }
  }, [describeError, store, userId]);

  // Asked for before the generators have arrived, it is done when they have.
  const [reusing, reuse] = useState<BoardGeneration | null>(null);
  useEffect(() => {
    if (!reusing || !store || generators.length === 0) return;
    reuse(null);
    const form = generators.find(({ name }) => name === reusing.generatorName);
    if (!form) {
      toast.error(t("notOffered", { generator: reusing.generatorTitle }));
      return;
    }
    setError(null);
    store.change((draft) => withInputs(draft, form, reusing.inputParams as Values), { isLarge: true });
    toast.success(t("reused", { generator: form.title }), { action: { label: t("undo"), onClick: () => store.undo() } });
    focusPrompt();
  }, [reusing, store, generators, t]);
  const closeViewer = useCallback(() => onView(null), [onView]);
  const context = useMemo<PromptContextValue | null>(
    () =>
      store && userId && mayGenerate
        ? { boardId, userId, store, generators, onFiles, error, clearError, isSending, send, using, setUsing, closeViewer }
        : null,
    [boardId, userId, mayGenerate, store, generators, onFiles, error, clearError, isSending, send, using, closeViewer],
  );
  return (
    <BoardActionsProvider generators={generators} mayGenerate={mayGenerate} mayExport={mayExport} view={onView} use={setUsing} reuse={reuse}>
      <PromptContext value={context}>
        <PromptStateProvider>
          <SettingsProvider>{children}</SettingsProvider>
        </PromptStateProvider>
      </PromptContext>
    </BoardActionsProvider>
  );
}
