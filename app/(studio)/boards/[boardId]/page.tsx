import { boardQuestion, openingQuestion } from "@boards/client/page-questions";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { Suspense } from "react";
import { answersForPage } from "@/app/_components/answers-for-page";
import { readFilter, readSort } from "../../_components/finding/filter-address";
import { lookCookie, readLook } from "../../_components/gallery/gallery-look";
import { GalleryLoading } from "../../_components/gallery/gallery-states";
import { BoardPage } from "./_components/board-page";
import { FirstTiles } from "./_components/first-tiles";
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
  const sort = readSort(asked);
  const kept = await cookies();
  const look = readLook(kept.get(lookCookie)?.value);
  const answers = await answersForPage([boardQuestion(boardId), openingQuestion(boardId, readFilter(asked), sort)]);
  const firstTiles = (
    <Suspense fallback={<GalleryLoading />}>
      <FirstTiles opening={answers[1]?.answer} sort={sort} timeZone={look.timeZone} />
    </Suspense>
  );
  return (
    <Suspense>
      <BoardPage boardId={boardId} answers={answers} panel={readPanel(kept.get(panelCookie)?.value)} look={look} firstTiles={firstTiles} />
    </Suspense>
  );
}
