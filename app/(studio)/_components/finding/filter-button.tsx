"use client";

import clsx from "clsx";
import { ListFilter } from "lucide-react";
import { Popover } from "radix-ui";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Sheet } from "@/lib/ui/sheet";
import { useMediaQuery } from "@/lib/ui/use-media-query";
import { FilterPanel } from "./filter-panel";
import type { FilterState } from "./use-filter";

/** Opens the filters: beside the results, which follow at once, and on phones as a sheet. */
export function FilterButton({ boardId, finding }: { boardId: string | null; finding: FilterState }) {
  const t = useTranslations("studio.finding");
  const [isOpen, setIsOpen] = useState(false);
  const isWide = useMediaQuery("(min-width: 640px)");
  const { query: _words, ...others } = finding.filter;
  const count = Object.keys(others).length;
  const button = (
    <button
      type="button"
      onClick={isWide ? undefined : () => setIsOpen(true)}
      className={clsx(
        "flex h-10 shrink-0 items-center gap-2 rounded-full border px-3 font-medium text-sm pointer-coarse:h-11 pointer-coarse:min-w-11 justify-center sm:px-4",
        count > 0 ? "border-ink bg-ink text-canvas" : "bg-surface hover:bg-sunken",
      )}
    >
      <ListFilter size={16} aria-hidden />
      <span className="max-sm:sr-only">{t("filter")}</span>
      {count > 0 && (
        <span className="tabular-nums">
          {count}
          <span className="sr-only"> {t("active")}</span>
        </span>
      )}
    </button>
  );
  const panel = <FilterPanel boardId={boardId} finding={finding} />;
  if (!isWide)
    return (
      <>
        {button}
        <Sheet title={t("filters")} isOpen={isOpen} onClose={() => setIsOpen(false)}>
          <div className="overflow-y-auto p-5">{panel}</div>
        </Sheet>
      </>
    );
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger asChild>{button}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={8}
          collisionPadding={12}
          aria-label={t("filters")}
          className="z-40 max-h-(--radix-popover-content-available-height) w-80 animate-appear overflow-y-auto rounded-2xl border bg-surface p-5 shadow-xl"
        >
          {panel}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
