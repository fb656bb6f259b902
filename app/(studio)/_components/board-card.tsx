"use client";

import { Globe } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { BoardMenu } from "./board-menu/board-menu";
import type { BoardOfMenu } from "./board-menu/use-board-items";

interface BoardOfList extends BoardOfMenu {
  updatedAt: string;
  generationCount: number;
  isPublic: boolean;
  coverGenerations: { id: string; medium?: string | null }[];
}

/** A board in the list: its newest images, its name, and what can be done with it. */
export function BoardCard({ board, onTrashed }: { board: BoardOfList; onTrashed: () => void }) {
  const t = useTranslations("studio.boardCard");
  const { title, generationCount: count } = board;
  return (
    <li className="group relative">
      <Link href={`/boards/${board.id}`} className="block rounded-2xl">
        <Cover images={board.coverGenerations.flatMap(({ id, medium }) => (medium ? [{ id, url: medium }] : []))} />
        <span className="mt-3 block truncate pr-10 font-medium text-lg leading-snug">{title}</span>
        <span className="flex items-center gap-1.5 text-muted text-sm">
          {board.isPublic && <Globe size={13} role="img" aria-label={t("public")} />}
          {t("facts", { count, updated: new Date(board.updatedAt) })}
        </span>
      </Link>
      <BoardMenu board={board} onTrashed={onTrashed} className="absolute right-0 bottom-2.5" />
    </li>
  );
}

const layouts: Record<number, string> = {
  1: "",
  2: "grid-cols-2",
  3: "grid-cols-2 grid-rows-2 [&>:first-child]:row-span-2",
  4: "grid-cols-2 grid-rows-2",
};

function Cover({ images }: { images: { id: string; url: string }[] }) {
  const t = useTranslations("studio.boardCard");
  return (
    <div className="aspect-[4/3] overflow-hidden rounded-2xl border bg-sunken transition-shadow group-hover:shadow-lg">
      {images.length === 0 ? (
        <div aria-hidden className="grid h-full place-items-center font-serif text-muted text-xl italic">
          {t("noCover")}
        </div>
      ) : (
        <div className={`grid h-full gap-0.5 ${layouts[images.length] ?? ""}`}>
          {images.map(({ id, url }) => (
            <img key={id} src={url} alt="" loading="lazy" className="size-full min-h-0 object-cover" />
          ))}
        </div>
      )}
    </div>
  );
}
