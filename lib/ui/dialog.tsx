import clsx from "clsx";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "./icon-button";
import { useFocusReturn } from "./use-focus-return";

/** Gives the focus to a window itself when nothing in it asks for it, so that no tooltip opens over its first button. */
export function focusItself(event: Event) {
  event.preventDefault();
  const window = event.currentTarget as HTMLElement;
  (window.querySelector<HTMLElement>("input:not(.sr-only), textarea") ?? window).focus();
}

interface DialogProps {
  title: string;
  description?: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  className?: string;
}

/** A window over the page: holds the focus, closes by Escape, by its button or by a click outside. */
export function Dialog({ title, description, isOpen, onClose, children, className }: DialogProps) {
  const t = useTranslations("ui.dialog");
  const { onOpenAutoFocus, onCloseAutoFocus } = useFocusReturn();
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/55 backdrop-blur-[2px]" />
        <Radix.Content
          onOpenAutoFocus={(event) => {
            onOpenAutoFocus();
            focusItself(event);
          }}
          onCloseAutoFocus={onCloseAutoFocus}
          tabIndex={-1}
          {...(description ? {} : { "aria-describedby": undefined })}
          className={clsx(
            "-translate-x-1/2 -translate-y-1/2 fixed top-1/2 left-1/2 z-40 max-h-[90dvh] w-[min(28rem,calc(100vw-2rem))] animate-appear overflow-y-auto outline-none rounded-2xl border bg-surface p-6 shadow-2xl",
            className,
          )}
        >
          <div className="flex items-start justify-between gap-4">
            <Radix.Title className="font-serif text-2xl leading-tight">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label={t("close")} className="-mt-1 -mr-2">
                <X size={18} />
              </IconButton>
            </Radix.Close>
          </div>
          {description && <Radix.Description className="mt-1 text-muted text-sm">{description}</Radix.Description>}
          <div className="mt-4">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
