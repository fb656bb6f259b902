"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { useTranslations } from "use-intl";
import { DialogClose, DialogFrame, DialogTitle } from "@/lib/ui/dialog";
import { IconButton } from "@/lib/ui/icon-button";
import { tileOf } from "./tile-of";

interface ViewerFrameProps {
  id: string;
  /** Ids, newest first: what the arrow keys walk along. */
  order: string[];
  title: string;
  titleClassName: string;
  /** What is looked at. */
  media: ReactNode;
  /** What stands beside it. */
  children: ReactNode;
  onView: (id: string | null) => void;
}

/** The window in which one result is seen large, with ways to the next ones. It gives the focus to the tile of what it showed last. */
export function ViewerFrame({ id, order, title, titleClassName, media, children, onView }: ViewerFrameProps) {
  const t = useTranslations("app.viewer");
  const place = order.indexOf(id);
  const [newer, older] = place < 0 ? [] : [order[place - 1], order[place + 1]];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLMediaElement) return;
    if (event.key === "ArrowLeft" && newer) onView(newer);
    if (event.key === "ArrowRight" && older) onView(older);
  };
  return (
    <DialogFrame
      isOpen
      onClose={() => onView(null)}
      onKeyDown={onKeyDown}
      returnTo={() => tileOf(id)}
      overlayClassName="z-30 bg-black/70"
      className="inset-0 z-30 flex flex-col overflow-y-auto sm:inset-4 sm:rounded-3xl sm:border lg:flex-row lg:overflow-hidden"
    >
      <div className="relative grid min-h-[45dvh] shrink-0 place-items-center bg-sunken p-4 lg:min-h-0 lg:shrink lg:grow lg:p-10">
        {media}
        {newer && (
          <IconButton label={t("newer")} onClick={() => onView(newer)} className="-translate-y-1/2 !absolute top-1/2 left-2 bg-surface/80">
            <ChevronLeft size={20} />
          </IconButton>
        )}
        {older && (
          <IconButton label={t("older")} onClick={() => onView(older)} className="-translate-y-1/2 !absolute top-1/2 right-2 bg-surface/80">
            <ChevronRight size={20} />
          </IconButton>
        )}
      </div>
      <aside className="flex shrink-0 flex-col gap-5 p-5 lg:w-96 lg:overflow-y-auto lg:border-l lg:p-7">
        <div className="flex items-start justify-between gap-3">
          <DialogTitle className={titleClassName}>{title}</DialogTitle>
          <DialogClose className="!fixed top-3 right-3 bg-surface sm:top-7 sm:right-7 lg:!static" />
        </div>
        {children}
      </aside>
    </DialogFrame>
  );
}
