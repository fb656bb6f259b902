"use client";

import { MoreHorizontal, Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { toast } from "sonner";
import { describeError } from "@/app/_components/describe-error";
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

/** A board in the list: its newest pictures, its name, and what can be done with it. */
export function BoardCard({ board, onDelete }: { board: BoardOfList; onDelete: () => Promise<unknown> }) {
  const [asking, setAsking] = useState<"rename" | "delete" | null>(null);
  const count = board.generationCount === 1 ? "1 artifact" : `${board.generationCount} artifacts`;
  const remove = () => onDelete().catch((error) => toast.error(describeError(error).message));
  const items = [
    ...(board.permissions.canEdit ? [{ label: "Rename", icon: <Pencil size={16} />, onSelect: () => setAsking("rename") }] : []),
    ...(board.permissions.canDelete ? [{ label: "Delete", icon: <Trash2 size={16} />, onSelect: () => setAsking("delete"), isDangerous: true }] : []),
  ];
  return (
    <li className="group relative">
      <Link href={`/boards/${board.id}`} className="block rounded-2xl" aria-label={`${board.title}, ${count}`}>
        <Cover pictures={board.coverGenerations.flatMap(({ id, medium }) => (medium ? [{ id, url: medium }] : []))} />
        <span className="mt-3 block truncate pr-10 font-medium text-lg leading-snug">{board.title}</span>
        <span className="block text-muted text-sm">
          {count} · {new Date(board.updatedAt).toLocaleDateString(undefined, { day: "numeric", month: "short", year: "numeric" })}
        </span>
      </Link>
      {items.length > 0 && (
        <div className="absolute right-0 bottom-2.5">
          <Menu
            items={items}
            trigger={
              <button
                type="button"
                aria-label={`Actions for ${board.title}`}
                className="grid size-9 place-items-center rounded-full text-muted hover:bg-ink/10"
              >
                <MoreHorizontal size={18} />
              </button>
            }
          />
        </div>
      )}
      <RenameDialog board={board} isOpen={asking === "rename"} onClose={() => setAsking(null)} />
      <ConfirmDialog
        title={`Delete “${board.title}”?`}
        description={`The board and its ${count} are deleted for good, files included.`}
        action="Delete board"
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

function Cover({ pictures }: { pictures: { id: string; url: string }[] }) {
  return (
    <div className="aspect-[4/3] overflow-hidden rounded-2xl border bg-sunken transition-shadow group-hover:shadow-lg">
      {pictures.length === 0 ? (
        <div className="grid h-full place-items-center font-serif text-muted text-xl italic">nothing yet</div>
      ) : (
        <div className={`grid h-full gap-0.5 ${layouts[pictures.length] ?? ""}`}>
          {pictures.map(({ id, url }) => (
            <img key={id} src={url} alt="" loading="lazy" className="size-full min-h-0 object-cover" />
          ))}
        </div>
      )}
    </div>
  );
}
