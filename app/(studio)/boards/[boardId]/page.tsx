import { boardQuestion, openingQuestion } from "@boards/client/page-questions";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { Suspense } from "react";
import { answersForPage } from "@/app/_components/answers-for-page";
import { readFilter, readSort } from "../../_components/finding/filter-address";
import { BoardPage } from "./_components/board-page";
import { FirstPreviews } from "./_components/first-previews";
import { panelCookie, readPanel } from "./_components/prompt-bar/settings/panel-cookie";

// Its title is the board's, and follows a new name.
export const metadata: Metadata = { title: null };

interface PageProps {
  params: Promise<{ boardId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ params, searchParams }: PageProps) {
  const { boardId } = await params;
  const asked = new URLSearchParams(
    Object.entries(await searchParams).flatMap(([name, values]) => [values ?? []].flat().map((value) => [name, value])),
  );
  const opening = openingQuestion(boardId, readFilter(asked), readSort(asked));
  const panel = readPanel((await cookies()).get(panelCookie)?.value);
  const answers = await answersForPage([boardQuestion(boardId), opening]);
  return (
    <>
      <Suspense>
        <BoardPage boardId={boardId} answers={answers} panel={panel} />
      </Suspense>
      <Suspense>
        <FirstPreviews opening={answers[1]?.answer} />
      </Suspense>
    </>
  );
}
