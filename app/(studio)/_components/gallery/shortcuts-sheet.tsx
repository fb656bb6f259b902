"use client";

import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/lib/ui/dialog";
import { useBoardActions } from "../board-actions";
import { isTaken } from "./is-taken";

/** Each part of the sheet with its lines: their names in the catalogue, and the keys, any of which does it. */
const parts = {
  anywhere: { help: ["?"], prompt: ["/"], generate: ["Ctrl Enter"], undo: ["Ctrl Z"] },
  tiles: {
    move: ["← → ↑ ↓"],
    row: ["Home", "End"],
    ends: ["Ctrl Home", "Ctrl End"],
    page: ["Page Up", "Page Down"],
    open: ["Enter"],
    menu: ["Shift F10"],
    play: ["P"],
    use: ["U"],
    trash: ["Delete"],
    select: ["Space"],
    selectMore: ["Shift ← → ↑ ↓"],
    selectAll: ["Ctrl A"],
    star: ["S"],
    rate: ["1", "…", "5"],
    tag: ["T"],
    clear: ["Esc"],
  },
  timeline: { day: ["↑ ↓"], month: ["Page Up", "Page Down"], newestOldest: ["Home", "End"] },
} as const;
type Part = keyof typeof parts;
type Line = { [P in Part]: keyof (typeof parts)[P] }[Part];

/** What only those can do who may change the board. */
const ofMakers: readonly string[] = ["prompt", "generate", "use", "trash", "tag"] satisfies Line[];

/** Opens the sheet at “?”, wherever nobody is typing. */
export function useShortcutsKey(onOpen: () => void) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return;
      event.preventDefault();
      onOpen();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [onOpen]);
}

/** Every key that does something here for whoever looks. */
export function ShortcutsSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations("studio.gallery.shortcuts");
  const { mayGenerate } = useBoardActions();
  const linesOf = (part: Part) => Object.entries<readonly string[]>(parts[part]).filter(([line]) => mayGenerate || !ofMakers.includes(line));
  return (
    <Dialog title={t("title")} isOpen={isOpen} onClose={onClose} className="!w-[min(34rem,calc(100vw-2rem))]">
      {(Object.keys(parts) as Part[]).map((part) => (
        <section key={part} className="mb-5 last:mb-0">
          <h3 className="mb-1.5 font-medium text-muted text-sm">{t(`parts.${part}`)}</h3>
          <dl>
            {linesOf(part).map(([line, keys]) => (
              <div key={line} className="flex items-baseline justify-between gap-4 border-b py-1.5 text-sm last:border-b-0">
                <dt>{t(`lines.${line as Line}`)}</dt>
                <dd className="flex shrink-0 gap-1.5">
                  {keys.map((key) => (
                    <kbd key={key} className="rounded-md border bg-sunken px-2 py-0.5 font-sans text-xs">
                      {key}
                    </kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
