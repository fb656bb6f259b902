"use client";

import { createContext, type ReactNode, type RefObject, useContext, useRef } from "react";

const ScrollArea = createContext<RefObject<HTMLElement | null>>({ current: null });

/** The element in which the board scrolls; nothing else on the page does. */
export function useScrollArea(): RefObject<HTMLElement | null> {
  return useContext(ScrollArea);
}

interface BoardLayoutProps {
  header: ReactNode;
  /** A panel at the right of wide screens. */
  side?: ReactNode;
  /** Below the board, which scrolls above it. */
  bar?: ReactNode;
  children: ReactNode;
}

/** The parts of a board's page, none of which lies over another: header, board, prompt bar below it and, on wide screens, a panel beside both. */
export function BoardLayout({ header, side, bar, children }: BoardLayoutProps) {
  const scrollArea = useRef<HTMLDivElement>(null);
  return (
    <ScrollArea value={scrollArea}>
      <div data-fills-page className="grid min-h-0 grow grid-cols-[minmax(0,1fr)_auto] grid-rows-[auto_minmax(0,1fr)_auto]">
        <div className="col-span-full">{header}</div>
        {/* On low screens the page scrolls too: what leads past the gallery stays in sight beside it, and its end hands the scrolling on. */}
        <div ref={scrollArea} className="min-h-0 overflow-y-auto overscroll-contain low:h-[80dvh] low:overscroll-auto">
          {children}
        </div>
        <div className="row-span-2 hidden min-h-0 xl:block">{side}</div>
        <div className="col-start-1 min-w-0">{bar}</div>
      </div>
    </ScrollArea>
  );
}
