import { Suspense } from "react";
import { BoardPage } from "./_components/board-page";

export default async function Page({ params }: { params: Promise<{ boardId: string }> }) {
  const { boardId } = await params;
  return (
    <Suspense>
      <BoardPage boardId={boardId} />
    </Suspense>
  );
}
