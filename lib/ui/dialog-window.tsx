import clsx from "clsx";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { KeyboardEvent, ReactNode } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "./icon-button";
import { useFocusReturn } from "./use-focus-return";

/** Gives the focus to a window itself when nothing in it asks for it, so that no tooltip opens over its first button. */
function focusItself(event: Event) {
  event.preventDefault();
  const window = event.currentTarget as HTMLElement;
  (window.querySelector<HTMLElement>("input:not(.sr-only), textarea") ?? window).focus();
}

interface DialogFrameProps {
  isOpen: boolean;
  onClose: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  /** What takes the focus when it closes, instead of what opened it. */
  returnTo?: () => HTMLElement | null;
  /** Whether a `Radix.Description` is among the children. */
  isDescribed?: boolean;
  /** Where the window lies and how it looks. */
  className: string;
  overlayClassName: string;
  children: ReactNode;
}

/** A window over the page, without any looks: holds the focus and gives it back, closes by Escape or by a click outside. Needs a `DialogTitle`. */
export function DialogFrame({ isOpen, onClose, onKeyDown, returnTo, isDescribed = false, className, overlayClassName, children }: DialogFrameProps) {
  const { onOpenAutoFocus, onCloseAutoFocus } = useFocusReturn(returnTo);
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={clsx("fixed inset-0", overlayClassName)} />
        <Radix.Content
          onOpenAutoFocus={(event) => {
            onOpenAutoFocus();
            focusItself(event);
          }}
          onCloseAutoFocus={onCloseAutoFocus}
          onKeyDown={onKeyDown}
          tabIndex={-1}
          {...(isDescribed ? {} : { "aria-describedby": undefined })}
          className={clsx("fixed bg-surface outline-none", className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The heading that names a window. */
export function DialogTitle({ className, children }: { className?: string; children: ReactNode }) {
  return <Radix.Title className={clsx("wrap-anywhere min-w-0 font-serif leading-tight", className)}>{children}</Radix.Title>;
}

/** The sentence that describes a window; it takes `isDescribed`. */
export function DialogText({ children }: { children: ReactNode }) {
  return <Radix.Description className="mt-2 text-muted text-sm">{children}</Radix.Description>;
}

/** The button that closes a window. */
export function DialogClose({ className }: { className?: string }) {
  const t = useTranslations("ui.dialog");
  return (
    <Radix.Close asChild>
      <IconButton label={t("close")} className={className}>
        <X size={18} />
      </IconButton>
    </Radix.Close>
  );
}

interface DialogProps {
  title: string;
  description?: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  className?: string;
}

/** A window for a form or a question, with a title, a sentence about it and a button that closes it. */
export function Dialog({ title, description, isOpen, onClose, children, className }: DialogProps) {
  return (
    <DialogFrame
      isOpen={isOpen}
      onClose={onClose}
      isDescribed={description !== undefined}
      overlayClassName="z-40 bg-black/55 backdrop-blur-[2px]"
      className={clsx(
        "-translate-x-1/2 -translate-y-1/2 top-1/2 left-1/2 z-40 max-h-[90dvh] w-[min(28rem,calc(100vw-2rem))] animate-appear overflow-y-auto rounded-2xl border p-6 shadow-2xl",
        className,
      )}
    >
      <div className="flex items-start justify-between gap-4">
        <DialogTitle className="text-2xl">{title}</DialogTitle>
        <DialogClose className="-mt-1 -mr-2" />
      </div>
      {description && <Radix.Description className="mt-1 text-muted text-sm">{description}</Radix.Description>}
      <div className="mt-4">{children}</div>
    </DialogFrame>
  );
}
