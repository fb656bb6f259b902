"use client";

import { useUpdateBoard } from "@boards/client";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { Dialog } from "@/lib/ui/dialog";
import { TextField } from "@/lib/ui/text-field";

/** Gives a board another name. */
export function RenameDialog({ board, isOpen, onClose }: { board: { id: string; title: string }; isOpen: boolean; onClose: () => void }) {
  const t = useTranslations("studio.renameBoard");
  const { describeError } = useErrorWords();
  const update = useUpdateBoard();
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    try {
      await update({ id: board.id, title: String(new FormData(event.currentTarget).get("title")) });
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
        <Button type="submit" className="justify-self-end">
          {t("submit")}
        </Button>
      </form>
    </Dialog>
  );
}
