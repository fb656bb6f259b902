import { type FormEvent, type ReactNode, useState } from "react";
import { type DescribedError, describeError } from "@/app/_components/describe-error";
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
  children?: (errorOf: (field: string) => string | null) => ReactNode;
}

/** A window with a form: one way on, one way back, and the server's sentence where it refuses. */
export function FormDialog({ title, description, isOpen, className, onClose, ...form }: FormDialogProps) {
  return (
    <Dialog title={title} {...(description ? { description } : {})} {...(className ? { className } : {})} isOpen={isOpen} onClose={onClose}>
      <DialogForm {...form} onClose={onClose} />
    </Dialog>
  );
}

type DialogFormProps = Pick<FormDialogProps, "action" | "look" | "fields" | "onSubmit" | "onClose" | "children">;

/** The form in such a window, for one whose fields have a state of their own. */
export function DialogForm({ action, look = "primary", fields = [], onSubmit, onClose, children }: DialogFormProps) {
  const [error, setError] = useState<DescribedError | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setIsBusy(true);
    setError(null);
    try {
      if ((await onSubmit(new FormData(event.currentTarget))) !== false) onClose();
    } catch (refusal) {
      setError(describeError(refusal));
    }
    setIsBusy(false);
  }
  const isElsewhere = error && !fields.includes(error.field ?? "");
  return (
    <form onSubmit={submit} className="grid gap-5">
      {children?.((field) => (error?.field === field ? error.message : null))}
      {isElsewhere && (
        <p role="alert" className="rounded-xl border border-danger/40 bg-danger/10 px-4 py-3 text-danger text-sm">
          {error.message}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" look={look} disabled={isBusy}>
          {action}
        </Button>
      </div>
    </form>
  );
}
