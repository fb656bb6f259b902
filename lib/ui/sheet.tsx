import type { ReactNode } from "react";
import { DialogClose, DialogFrame, DialogTitle } from "./dialog";

interface SheetProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** Beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A window at the right edge; on narrow screens at the bottom. Its children scroll by themselves. */
export function Sheet({ title, isOpen, onClose, actions, children }: SheetProps) {
  return (
    <DialogFrame
      isOpen={isOpen}
      onClose={onClose}
      overlayClassName="z-40 bg-black/55 backdrop-blur-[2px]"
      className="inset-x-0 bottom-0 z-40 flex max-h-[85dvh] animate-appear flex-col rounded-t-3xl border-t pb-[env(safe-area-inset-bottom)] shadow-2xl sm:inset-y-0 sm:right-0 sm:left-auto sm:max-h-none sm:w-96 sm:rounded-none sm:border-t-0 sm:border-l"
    >
      <div className="flex items-center gap-2 border-b py-2 pr-2 pl-5">
        <DialogTitle className="grow text-2xl">{title}</DialogTitle>
        {actions}
        <DialogClose className="pointer-coarse:size-11" />
      </div>
      {children}
    </DialogFrame>
  );
}
