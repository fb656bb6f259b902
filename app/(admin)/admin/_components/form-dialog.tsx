import clsx from "clsx";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { type DescribedError, useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { Dialog } from "@/lib/ui/dialog";

interface FormDialogProps {
  title: string;
  description?: string;
  action: string;
  look?: "primary" | "danger";
  /** Input fields that show their own error. */
  fields?: string[];
  isOpen: boolean;
  className?: string;
  /** Does what the form asks. The window closes when it is done, unless it answers false, and says what went wrong when it throws. */
  onSubmit: (form: FormData) => Promise<unknown>;
  onClose: () => void;
  children?: (errorOf: ErrorOf) => ReactNode;
}

/** The server's sentence about one of these input fields, or null. */
type ErrorOf = (...fields: string[]) => string | null;

/** A window with a form: one way on, one way back, and the server's sentence where it refuses. */
export function FormDialog({ title, description, isOpen, className, onClose, ...form }: FormDialogProps) {
  return (
    <Dialog title={title} {...(description ? { description } : {})} {...(className ? { className } : {})} isOpen={isOpen} onClose={onClose}>
      <DialogForm {...form} onClose={onClose} />
    </Dialog>
  );
}

interface DialogFormProps extends Pick<FormDialogProps, "action" | "look" | "fields" | "onSubmit" | "onClose" | "children"> {
  /** What leads back, where that is another step and not the page. */
  back?: string;
  /** Another way on, at the other end of the row of buttons. */
  alternative?: { label: string; onChoose: () => Promise<unknown> } | null;
  /** Whether it may be longer than the screen: the buttons stay in view, and an error of a field is told beside them too. */
  isLong?: boolean;
  /** Whether all that it needs is loaded; it can be sent only then. */
  isReady?: boolean;
}

/** The form in such a window, for one whose fields have a state of their own. */
export function DialogForm({
  action,
  look = "primary",
  fields = [],
  onSubmit,
  onClose,
  children,
  back,
  alternative,
  isLong = false,
  isReady = true,
}: DialogFormProps) {
  const t = useTranslations("admin.form");
  const { describeError } = useErrorWords();
  const [error, setError] = useState<DescribedError | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  async function run(work: () => Promise<unknown>) {
    setIsBusy(true);
    setError(null);
    try {
      if ((await work()) !== false) onClose();
    } catch (refusal) {
      setError(describeError(refusal));
    }
    setIsBusy(false);
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!isReady) return;
    const form = new FormData(event.currentTarget);
    void run(() => onSubmit(form));
  }
  const isAtField = error !== null && fields.includes(error.field ?? "");
  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-5">
      {children?.((...names) => (error && names.includes(error.field ?? "") ? error.message : null))}
      {error && (isLong || !isAtField) && (
        <p role="alert" className="rounded-xl border border-danger/40 bg-danger/10 px-4 py-3 text-danger text-sm">
          {isAtField ? t("notSaved", { message: error.message }) : error.message}
        </p>
      )}
      <div className={clsx("flex flex-wrap justify-end gap-2", isLong && "sticky -bottom-6.5 -mx-6 -mb-6 border-t bg-surface px-6 py-4")}>
        {alternative && (
          <Button look="quiet" className="mr-auto" disabled={isBusy} onClick={() => void run(alternative.onChoose)}>
            {alternative.label}
          </Button>
        )}
        <Button look="quiet" onClick={onClose}>
          {back ?? t("cancel")}
        </Button>
        <Button type="submit" look={look} disabled={isBusy || !isReady}>
          {action}
        </Button>
      </div>
    </form>
  );
}
