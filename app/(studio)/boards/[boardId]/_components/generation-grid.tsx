"use client";

import type { BoardGeneration, GeneratorForm } from "@boards/client";
import { GenerationTile } from "./generation-tile";
import { titleOf } from "./title-of";

interface GenerationGridProps {
  boardId: string;
  generations: BoardGeneration[];
  generators: GeneratorForm[];
  isLoading: boolean;
  mayGenerate: boolean;
  onView: (id: string) => void;
  onUse: (generation: BoardGeneration) => void;
  onReuse: (generation: BoardGeneration) => void;
}

/** Justified rows: every tile keeps its own shape, newest first. */
export function GenerationGrid({ generations, generators, isLoading, ...rest }: GenerationGridProps) {
  if (isLoading) {
    return (
      <div role="status" aria-label="Loading artifacts" className="flex flex-wrap gap-3">
        {[1.3, 0.8, 1.6, 1, 1.2].map((ratio) => (
          <div key={ratio} className="h-56 animate-shimmer rounded-2xl bg-sunken" style={{ flexGrow: ratio, flexBasis: `${ratio * 14}rem` }} />
        ))}
      </div>
    );
  }
  if (generations.length === 0) {
    return (
      <div className="mx-auto max-w-lg py-16 text-center sm:py-24">
        <p className="font-serif text-4xl">An empty board</p>
        <p className="mt-3 text-balance text-muted">
          Write a prompt below and press Generate, or drop a file anywhere on this page. Whatever appears here can be the start of the next.
        </p>
      </div>
    );
  }
  return (
    <ul aria-label="Artifacts" className="flex flex-wrap gap-3 after:grow-[9999] after:content-['']">
      {generations.map((generation) => (
        <GenerationTile key={generation.id} generation={generation} title={titleOf(generation, generators)} {...rest} />
      ))}
    </ul>
  );
}
