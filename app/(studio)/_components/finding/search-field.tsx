"use client";

import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";

/** What is typed is searched for when the hands rest for so long. */
const restMs = 250;

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  className?: string;
}

/** Words to search for: asked for shortly after they are typed, and at once by Enter. Escape empties it. */
export function SearchField({ label, value, onChange, className = "" }: SearchFieldProps) {
  const t = useTranslations("studio.finding");
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const told = useRef(value);
  useEffect(() => {
    // Changed elsewhere, as by a saved view.
    if (value !== told.current) setText(value);
    told.current = value;
  }, [value]);
  const tell = (words: string) => {
    if (words === told.current) return;
    told.current = words;
    onChange(words);
  };
  const latest = useRef(tell);
  useEffect(() => {
    latest.current = tell;
  });
  useEffect(() => {
    const timer = setTimeout(() => latest.current(text.trim()), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <search className={`relative min-w-0 ${className}`}>
      <Search size={16} aria-hidden className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-3.5 text-muted" />
      <input
        ref={input}
        type="text"
        enterKeyHint="search"
        inputMode="search"
        autoComplete="off"
        aria-label={label}
        placeholder={label}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") tell(text.trim());
          else if (event.key === "Escape" && text) {
            event.stopPropagation();
            setText("");
            tell("");
          }
        }}
        className={`h-10 w-full text-ellipsis rounded-full border bg-surface pl-10 text-sm placeholder:text-muted pointer-coarse:h-11 pointer-coarse:text-base ${text ? "pr-10" : "pr-3.5"}`}
      />
      {text && (
        <button
          type="button"
          aria-label={t("clearSearch")}
          onClick={() => {
            setText("");
            tell("");
            input.current?.focus();
          }}
          className="absolute inset-y-0 right-0 grid w-10 place-items-center rounded-full text-muted hover:text-ink pointer-coarse:w-11"
        >
          <X size={15} aria-hidden />
        </button>
      )}
    </search>
  );
}
