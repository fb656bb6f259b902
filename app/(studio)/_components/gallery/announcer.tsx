"use client";

import { type BoardGeneration, useOwnGenerations, useTiles } from "@boards/client";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useTileName } from "../tile/describe-generation";
import { percentOf, tellChange } from "./tell-change";

/** Of so many of the latest own generations it is told how they are getting on. */
const followed = 20;

/** Tells those who do not see the tiles how the generations that they asked for are getting on. */
export function Announcer({ boardId }: { boardId: string | null }) {
  const t = useTranslations("studio.gallery");
  const nameOf = useTileName();
  const own = useOwnGenerations(boardId);
  const ids = useMemo(() => own.slice(-followed).map(({ id }) => id), [own]);
  const tiles = useTiles(ids);
  const told = useRef(new Map<string, BoardGeneration>());
  const [words, setWords] = useState("");

  useEffect(() => {
    const sentences: string[] = [];
    for (const [id, generation] of tiles) {
      const before = told.current.get(id);
      told.current.set(id, generation);
      const words = { name: nameOf(generation), percent: percentOf(generation), reason: generation.errorMessage ?? "" };
      for (const sentence of tellChange(before, generation)) sentences.push(t(sentence, words));
    }
    if (sentences.length > 0) setWords(sentences.join(" "));
  }, [tiles, nameOf, t]);
  return (
    <p role="log" aria-live="polite" className="sr-only">
      {words}
    </p>
  );
}
