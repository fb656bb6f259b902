"use client";

import { MoreHorizontal, Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { Menu } from "@/lib/ui/menu";
import { RenameDialog } from "./rename-dialog";

interface BoardOfList {
  id: string;
  title: string;
  updatedAt: string;
  generationCount: number;
  permissions: { canEdit: boolean; canDelete: boolean };
  coverGenerations: { id: string; medium?: string | null }[];
}

/** A board in the list: its newest images, its name, and what can be done with it. */
export function BoardCard({ board, onDelete }: { board: BoardOfList; onDelete: () => Promise<unknown> }) {
  const t = useTranslations("studio.boardCard");
  const { describeError } = useErrorWords();
  const [asking, setAsking] = useState<"rename" | "delete" | null>(null);
  const { title, generationCount: count } = board;
  const remove = () => onDelete().catch((error) => toast.error(describeError(error).message));
  const items = [
    ...(board.permissions.canEdit ? [{ label: t("rename"), icon: <Pencil size={16} />, onSelect: () => setAsking("rename") }] : []),
    ...(board.permissions.canDelete
      ? [{ label: t("delete"), icon: <Trash2 size={16} />, onSelect: () => setAsking("delete"), isDangerous: true }]
      : []),
  ];
  return (
    <li className="group relative">
      <Link href={`/boards/${board.id}`} className="block rounded-2xl">
        <Cover images={board.coverGenerations.flatMap(({ id, medium }) => (medium ? [{ id, url: medium }] : []))} />
        <span className="mt-3 block truncate pr-10 font-medium text-lg leading-snug">{title}</span>
        <span className="block text-muted text-sm">{t("facts", { count, updated: new Date(board.updatedAt) })}</span>
      </Link>
      {items.length > 0 && (
        <div className="absolute right-0 bottom-2.5">
          <Menu
            items={items}
            trigger={
              <button
                type="button"
                aria-label={t("actions", { title })}
                className="grid size-9 pointer-coarse:size-11 place-items-center rounded-full text-muted hover:bg-ink/10"
              >
                <MoreHorizontal size={18} />
              </button>
            }
          />
        </div>
      )}
      <RenameDialog board={board} isOpen={asking === "rename"} onClose={() => setAsking(null)} />
      <ConfirmDialog
        title={t("deleteTitle", { title })}
        description={t("deleteText", { count })}
        action={t("deleteAction")}
        isOpen={asking === "delete"}
        onConfirm={remove}
        onClose={() => setAsking(null)}
      />
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
