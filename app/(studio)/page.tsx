import { BoardList } from "./_components/board-list";
import { UndoProvider } from "./_components/undo/undo-provider";

export default function BoardsPage() {
  return (
    <UndoProvider>
      <BoardList />
    </UndoProvider>
  );
}
