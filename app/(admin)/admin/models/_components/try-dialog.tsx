import { type AddedModel, useBoards } from "@boards/client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/lib/ui/dialog";
import { SelectField } from "@/lib/ui/select-field";
import { DialogForm } from "../../_components/form-dialog";

const newBoard = "new";

/** Opens a draft in the prompt bar of a board; `model` is null while it is closed. */
export function TryDialog({ model, onClose }: { model: AddedModel | null; onClose: () => void }) {
  const t = useTranslations("admin.models.trial");
  return (
    <Dialog title={t("title", { title: model?.title ?? "" })} description={t("text")} isOpen={model !== null} onClose={onClose}>
      {model && <Form model={model} onClose={onClose} />}
    </Dialog>
  );
}

function Form({ model, onClose }: { model: AddedModel; onClose: () => void }) {
  const t = useTranslations("admin.models.trial");
  const { boards = [], createBoard } = useBoards();
  const [boardId, setBoardId] = useState(newBoard);
  const router = useRouter();
  const mine = boards.filter(({ permissions }) => permissions.canEdit);
  const titleOf = (id: string) => mine.find((board) => board.id === id)?.title ?? t("newBoard");
  const open = async () => {
    const id = boardId === newBoard ? await createBoard(t("boardTitle", { title: model.title }).slice(0, 200)) : boardId;
    router.push(`/boards/${id}?use=${encodeURIComponent(model.name)}`);
  };
  return (
    <DialogForm action={t("action")} onClose={onClose} onSubmit={open}>
      {() => (
        <SelectField label={t("board")} value={boardId} options={[newBoard, ...mine.map(({ id }) => id)]} textOf={titleOf} onChange={setBoardId} />
      )}
    </DialogForm>
  );
}
