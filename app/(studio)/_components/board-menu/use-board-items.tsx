"use client";

import { useChangeBoards, useSetBoardCover } from "@boards/client";
import { Archive, ArchiveRestore, Copy, ImageOff, PackageOpen, Pencil, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import type { MenuItem } from "@/lib/ui/menu";
import { toast } from "@/lib/ui/toast";
import { useUndoable } from "../undo/use-undoable";

/** A board, as its menu needs it. */
export interface BoardOfMenu {
  id: string;
  title: string;
  description?: string | null;
  archivedAt?: string | null;
  coverGenerationId?: string | null;
  permissions: { canEdit: boolean; canDelete: boolean; canExport: boolean };
}

/** What a board's menu opens. */
export type BoardWindow = "details" | "export";

/** What can be done with a board as a whole. What can be taken back is done at once, and offers it, as Ctrl+Z does. */
export function useBoardItems(
  { id, title, permissions, archivedAt, coverGenerationId }: BoardOfMenu,
  open: (window: BoardWindow) => void,
  onTrashed?: () => void,
): MenuItem[] {
  const t = useTranslations("studio.boardMenu");
  const { describeError } = useErrorWords();
  const { trash, restore, duplicate, archive, unarchive } = useChangeBoards();
  const setCover = useSetBoardCover();
  const undoable = useUndoable();
  const router = useRouter();
  const fail = (error: unknown) => void toast.error(describeError(error).message);
  const moveToTrash = async () => {
    await undoable(trash(id), t("trashed", { title }), () => restore(id));
    onTrashed?.();
  };
  const copy = async () => {
    const making = duplicate(id);
    const open = { label: t("open"), onClick: () => void making.then((copyId) => router.push(`/boards/${copyId}`)) };
    await undoable(making, t("duplicated", { title }), async (copyId) => copyId && trash(copyId), open);
  };
  const removeCover = (before: string) => undoable(setCover(id, null), t("coverRemoved", { title }), () => setCover(id, before));
  const putAway = () => undoable(archive(id), t("archived", { title }), () => unarchive(id));
  const takeOut = () => undoable(unarchive(id), t("takenOut", { title }), () => archive(id));
  const items: (MenuItem | false)[] = [
    permissions.canEdit && { label: t("details"), icon: <Pencil size={16} />, onSelect: () => open("details") },
    permissions.canEdit &&
      Boolean(coverGenerationId) && {
        label: t("removeCover"),
        icon: <ImageOff size={16} />,
        onSelect: () => void removeCover(coverGenerationId ?? "").catch(fail),
      },
    { label: t("duplicate"), icon: <Copy size={16} />, onSelect: () => void copy().catch(fail) },
    permissions.canExport && { label: t("export"), icon: <PackageOpen size={16} />, onSelect: () => open("export") },
    permissions.canEdit &&
      (archivedAt
        ? { label: t("unarchive"), icon: <ArchiveRestore size={16} />, onSelect: () => void takeOut().catch(fail) }
        : { label: t("archive"), icon: <Archive size={16} />, onSelect: () => void putAway().catch(fail) }),
    permissions.canDelete && { label: t("trash"), icon: <Trash2 size={16} />, onSelect: () => void moveToTrash().catch(fail), isDangerous: true },
  ];
  return items.filter((item): item is MenuItem => item !== false);
}
