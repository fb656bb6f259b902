"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { describeError } from "@/app/_components/describe-error";
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
    <Dialog title="New board" description="Name it after a project, a mood or a question." isOpen={isOpen} onClose={onClose}>
      <form onSubmit={submit} className="grid gap-5">
        <TextField label="Name" name="title" placeholder="Autumn campaign" maxLength={255} autoFocus autoComplete="off" error={error} />
        <Button type="submit" disabled={isBusy} className="justify-self-end">
          Create board
        </Button>
      </form>
    </Dialog>
  );
}
