"use client";

import { useUpdateBoard } from "@boards/client";
import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { Dialog } from "@/lib/ui/dialog";
import { fieldLook, TextField } from "@/lib/ui/text-field";
import { useUndoable } from "../undo/use-undoable";

interface DetailsDialogProps {
  board: { id: string; title: string; description?: string | null };
  isOpen: boolean;
  onClose: () => void;
}

/** Gives a board another name and description. */
export function DetailsDialog({ board, isOpen, onClose }: DetailsDialogProps) {
  const t = useTranslations("studio.boardDetails");
  const { describeError } = useErrorWords();
  const update = useUpdateBoard();
  const undoable = useUndoable();
  const descriptionId = useId();
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    try {
      const making = update({ id: board.id, title: String(form.get("title")), description: String(form.get("description")) });
      await undoable(making, t("changed"), () => update({ id: board.id, title: board.title, description: board.description ?? "" }));
      setError(null);
      onClose();
    } catch (problem) {
      setError(describeError(problem).message);
    }
  };
  return (
    <Dialog title={t("title")} isOpen={isOpen} onClose={onClose}>
      <form onSubmit={submit} className="grid gap-5">
        <TextField label={t("name")} name="title" defaultValue={board.title} maxLength={255} autoFocus autoComplete="off" error={error} />
        <div className="grid gap-1.5">
          <label htmlFor={descriptionId} className="font-medium text-sm">
            {t("description")}
          </label>
          <textarea id={descriptionId} name="description" rows={4} maxLength={10_000} defaultValue={board.description ?? ""} className={fieldLook} />
        </div>
        <Button type="submit" className="justify-self-end">
          {t("submit")}
        </Button>
      </form>
    </Dialog>
  );
}
