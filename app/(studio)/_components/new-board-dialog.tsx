"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { Dialog } from "@/lib/ui/dialog";
import { TextField } from "@/lib/ui/text-field";

interface NewBoardDialogProps {
  isOpen: boolean;
  onClose: () => void;
  onCreate: (title: string) => Promise<string | undefined>;
}

/** Asks for a name, makes the board and goes there. */
export function NewBoardDialog({ isOpen, onClose, onCreate }: NewBoardDialogProps) {
  const t = useTranslations("studio.newBoard");
  const { describeError } = useErrorWords();
  const router = useRouter();
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsBusy(true);
    try {
      const id = await onCreate(String(new FormData(event.currentTarget).get("title")));
      if (id) router.push(`/boards/${id}`);
    } catch (problem) {
      setError(describeError(problem).message);
      setIsBusy(false);
    }
  };
  return (
    <Dialog title={t("title")} description={t("text")} isOpen={isOpen} onClose={onClose}>
      <form onSubmit={submit} className="grid gap-5">
        <TextField label={t("name")} name="title" placeholder={t("namePlaceholder")} maxLength={255} autoFocus autoComplete="off" error={error} />
        <Button type="submit" disabled={isBusy} className="justify-self-end">
          {t("submit")}
        </Button>
      </form>
    </Dialog>
  );
}
