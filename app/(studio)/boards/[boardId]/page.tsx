import type { Metadata } from "next";
import { Suspense } from "react";
import { BoardPage } from "./_components/board-page";

// Its title is the board's, and follows a new name.
export const metadata: Metadata = { title: null };

export default async function Page({ params }: { params: Promise<{ boardId: string }> }) {
  const { boardId } = await params;
  return (
    <Suspense>
      <BoardPage boardId={boardId} />
    </Suspense>
  );
}
