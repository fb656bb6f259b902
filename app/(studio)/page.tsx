import { BoardList } from "./_components/board-list";

export default function BoardsPage() {
  return <BoardList />;
}
