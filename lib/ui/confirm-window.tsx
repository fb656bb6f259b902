import { AlertDialog } from "radix-ui";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import { useFocusReturn } from "./use-focus-return";

interface ConfirmWindowProps {
  title: string;
  description: string;
  action: string;
  isOpen: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** The window that asks before something is lost. */
export function ConfirmWindow({ title, description, action, isOpen, onConfirm, onClose }: ConfirmWindowProps) {
  const t = useTranslations("ui.confirm");
  const focusReturn = useFocusReturn();
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-50 bg-black/55" />
        <AlertDialog.Content
          {...focusReturn}
          className="-translate-x-1/2 -translate-y-1/2 fixed top-1/2 left-1/2 z-50 max-h-[90dvh] w-[min(26rem,calc(100vw-2rem))] animate-appear overflow-y-auto rounded-2xl border bg-surface p-6 shadow-2xl"
        >
          <AlertDialog.Title className="wrap-anywhere font-serif text-2xl leading-tight">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-muted text-sm">{description}</AlertDialog.Description>
          <div className="mt-6 flex justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button look="quiet">{t("cancel")}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button look="danger" onClick={onConfirm}>
                {action}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
