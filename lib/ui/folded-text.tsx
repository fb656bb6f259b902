"use client";

import clsx from "clsx";
import { useState } from "react";

interface FoldedTextProps {
  text: string;
  /** What its button says, which shows all of it or only its beginning again. */
  words: { more: string; less: string };
  className?: string;
}

const longText = 600;
const manyLines = 10;

/** A text of any length: of a long one the beginning, until its reader asks for the rest. Give it a key where another text takes its place. */
export function FoldedText({ text, words, className }: FoldedTextProps) {
  const [isOpen, setIsOpen] = useState(false);
  const isLong = text.length > longText || text.split("\n").length > manyLines;
  return (
    <div>
      <p className={clsx("wrap-anywhere whitespace-pre-wrap", isLong && !isOpen && "line-clamp-8", className)}>{text}</p>
      {isLong && (
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          className="mt-1 min-h-8 text-muted text-sm underline hover:text-ink pointer-coarse:min-h-11"
        >
          {isOpen ? words.less : words.more}
        </button>
      )}
    </div>
  );
}
