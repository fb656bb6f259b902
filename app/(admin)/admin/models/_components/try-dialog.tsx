import { type AddedModel, useBoards } from "@boards/client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Dialog } from "@/lib/ui/dialog";
import { SelectField } from "@/lib/ui/select-field";
import { DialogForm } from "../../_components/form-dialog";

const newBoard = "new";

/** Opens a draft in the composer of a board; `model` is null while it is closed. */
export function TryDialog({ model, onClose }: { model: AddedModel | null; onClose: () => void }) {
  return (
    <Dialog
      title={`Try ${model?.title ?? ""}`}
      description="It opens in the composer of a board, with its own form. A try costs what the model costs."
      isOpen={model !== null}
      onClose={onClose}
    >
      {model && <Form model={model} onClose={onClose} />}
    </Dialog>
  );
}

function Form({ model, onClose }: { model: AddedModel; onClose: () => void }) {
  const { boards = [], createBoard } = useBoards();
  const [boardId, setBoardId] = useState(newBoard);
  const router = useRouter();
  const mine = boards.filter(({ permissions }) => permissions.canEdit);
  const titleOf = (id: string) => mine.find((board) => board.id === id)?.title ?? "A new board";
  const open = async () => {
    const id = boardId === newBoard ? await createBoard(`Trying ${model.title}`.slice(0, 200)) : boardId;
    router.push(`/boards/${id}?generator=${encodeURIComponent(model.name)}`);
  };
  return (
    <DialogForm action="Open in composer" onClose={onClose} onSubmit={open}>
      {() => <SelectField label="Board" value={boardId} options={[newBoard, ...mine.map(({ id }) => id)]} textOf={titleOf} onChange={setBoardId} />}
    </DialogForm>
  );
}
