"use client";

import { type BoardGeneration, useOwnGenerations, useTiles } from "@boards/client";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useTileName } from "../tile/describe-generation";

/** Of so many of the latest own generations it is told how they are getting on. */
const followed = 20;
/** Progress is told in such steps, in percent. */
const step = 25;

/** What of a generation is told when it is in this state; the same until something new is to be told. */
function stateOf({ status, progress }: BoardGeneration): string {
  return status === "PROCESSING" ? `PROCESSING ${Math.floor(progress / step) * step}` : status;
}

/** Tells those who do not see the tiles how the generations that they asked for are getting on. */
export function Announcer({ boardId }: { boardId: string | null }) {
  const t = useTranslations("studio.gallery");
  const nameOf = useTileName();
  const own = useOwnGenerations(boardId);
  const ids = useMemo(() => own.slice(-followed).map(({ id }) => id), [own]);
  const tiles = useTiles(ids);
  const told = useRef(new Map<string, string>());
  const [words, setWords] = useState("");

  useEffect(() => {
    const sentences: string[] = [];
    for (const [id, generation] of tiles) {
      const state = stateOf(generation);
      const before = told.current.get(id);
      if (before === state) continue;
      told.current.set(id, state);
      const name = nameOf(generation);
      const { status, progress, errorMessage } = generation;
      if (before === undefined) sentences.push(t("started", { name }));
      if (status === "COMPLETED") sentences.push(t("ready", { name }));
      else if (status === "FAILED") sentences.push(t("failed", { name, reason: errorMessage ?? "" }));
      else if (status === "CANCELLED") sentences.push(t("cancelled", { name }));
      else if (before?.startsWith("PROCESSING") && progress >= step)
        sentences.push(t("progress", { name, percent: Math.floor(progress / step) * step }));
    }
    if (sentences.length > 0) setWords(sentences.join(" "));
  }, [tiles, nameOf, t]);
  return (
    <p role="log" aria-live="polite" className="sr-only">
      {words}
    </p>
  );
}
