"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Checkbox } from "@/lib/ui/checkbox";

/** One value that can be asked for. */
export interface FacetOption {
  value: string;
  label: string;
  /** Undefined where nothing that is shown has it. */
  count?: number | undefined;
}

interface FacetListProps {
  label: string;
  options: FacetOption[];
  chosen: readonly string[];
  /** Whether each count is only a minimum. */
  isMinimum: boolean;
  onToggle: (value: string) => void;
}

/** As many as are shown at first. */
const few = 6;

/** Values with their counts, each to be asked for or not. Nothing without values. */
export function FacetList({ label, options, chosen, isMinimum, onToggle }: FacetListProps) {
  const t = useTranslations("studio.finding");
  const [isAll, setIsAll] = useState(false);
  if (options.length === 0) return null;
  const shown = isAll ? options : options.filter(({ value }, place) => place < few || chosen.includes(value));
  return (
    <FacetGroup label={label}>
      {shown.map(({ value, label: text, count }) => {
        const isChosen = chosen.includes(value);
        return (
          <label
            key={value}
            className="-mx-2 relative flex min-h-8 cursor-pointer items-center gap-2.5 rounded-lg px-2 text-sm hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:min-h-11"
          >
            <Checkbox checked={isChosen} onChange={() => onToggle(value)} />
            <span className="min-w-0 grow truncate">{text}</span>
            <span className="shrink-0 text-muted text-xs tabular-nums">
              {count !== undefined && t("facetCount", { count, isMinimum: String(isMinimum) })}
            </span>
          </label>
        );
      })}
      {options.length > shown.length && (
        <button
          type="button"
          onClick={() => setIsAll(true)}
          className="min-h-8 justify-self-start text-muted text-sm underline pointer-coarse:min-h-11"
        >
          {t("more", { count: options.length - shown.length })}
        </button>
      )}
    </FacetGroup>
  );
}

/** A part of the filters under its name. */
export function FacetGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-0.5">
      <legend className="mb-1 font-medium text-sm">{label}</legend>
      {children}
    </fieldset>
  );
}
