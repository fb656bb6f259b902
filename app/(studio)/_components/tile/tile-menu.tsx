import { type BoardGeneration, useDownloads, useTiles } from "@boards/client";
import {
  Ban,
  CornerDownRight,
  Download,
  FileText,
  FolderInput,
  Gauge,
  Image,
  ImageOff,
  LayoutGrid,
  Maximize2,
  PanelLeft,
  PanelRight,
  RefreshCw,
  RotateCcw,
  ScanSearch,
  SlidersHorizontal,
  Star,
  Tag,
  TextSearch,
  Trash2,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { AnchoredMenu, type MenuItem } from "@/lib/ui/menu";
import { useBoardActions } from "../board-actions";
import { useCuration } from "../curation/curation";
import { useCover } from "../curation/use-cover";
import { canHoldPrompt, isRunning } from "./describe-generation";
import { useSimilarImages } from "./similar-images";
import { useSimilarPrompts } from "./similar-prompts";

interface TileMenuProps {
  generation: BoardGeneration;
  anchor: HTMLElement;
  onClose: () => void;
}

/** Everything that can be done with a tile as it stands, also when it ends meanwhile, at the element that opened it. */
export function TileMenu({ generation: opened, anchor, onClose }: TileMenuProps) {
  const generation = useTiles([opened.id]).get(opened.id) ?? opened;
  return <AnchoredMenu anchor={anchor} items={useTileItems(generation)} onClose={onClose} />;
}

function useTileItems(generation: BoardGeneration): MenuItem[] {
  const t = useTranslations("studio.tile");
  const router = useRouter();
  const { mayGenerate, mayExport, isSignedIn, leadsToBoards, download, saveFrame, view, use, reuse, cancel, retry, regenerate, trash } =
    useBoardActions();
  const c = useTranslations("studio.curation");
  const { star, ask } = useCuration();
  const { fileAddressOf } = useDownloads();
  const { id, boardId, artifactType, status, storageUrl, isUpload, isStarred } = generation;
  const target = { ids: [id] };
  const hasEnded = !isRunning(generation);
  const cover = useCover(generation);
  const [alike, similar] = [useSimilarImages(generation), useSimilarPrompts(generation)];
  const items: (MenuItem | false)[] = [
    { label: t("open"), icon: <Maximize2 size={16} />, onSelect: () => view(id) },
    leadsToBoards && { label: t("toBoard"), icon: <LayoutGrid size={16} />, onSelect: () => router.push(`/boards/${boardId}?view=${id}`) },
    mayGenerate && status === "COMPLETED" && { label: t("use"), icon: <CornerDownRight size={16} />, onSelect: () => use(generation) },
    Boolean(storageUrl) && { label: t("download"), icon: <Download size={16} />, onSelect: () => download(id) },
    mayExport &&
      canHoldPrompt(generation) && {
        label: t("downloadWithPrompt"),
        icon: <FileText size={16} />,
        onSelect: () => window.location.assign(fileAddressOf(id, { embedPrompts: true })),
      },
    ...(mayGenerate && artifactType === "VIDEO" && status === "COMPLETED"
      ? [
          { label: t("firstFrame"), icon: <PanelLeft size={16} />, onSelect: () => saveFrame(id, "FIRST") },
          { label: t("lastFrame"), icon: <PanelRight size={16} />, onSelect: () => saveFrame(id, "LAST") },
        ]
      : []),
    isSignedIn && { label: c(isStarred ? "unstar" : "star"), icon: <Star size={16} />, onSelect: () => void star(target, !isStarred) },
    isSignedIn && { label: c("rateEllipsis"), icon: <Gauge size={16} />, onSelect: () => ask("rating", target) },
    mayGenerate && { label: c("tag"), icon: <Tag size={16} />, onSelect: () => ask("tags", target) },
    mayGenerate && hasEnded && { label: c("move"), icon: <FolderInput size={16} />, onSelect: () => ask("board", target) },
    cover !== null && {
      label: t(cover.isChosen ? "removeCover" : "useAsCover"),
      icon: cover.isChosen ? <ImageOff size={16} /> : <Image size={16} />,
      onSelect: cover.toggle,
    },
    alike !== null && { label: t("similarImages"), icon: <ScanSearch size={16} />, onSelect: () => router.push(alike) },
    similar !== null && { label: t("similarPrompts"), icon: <TextSearch size={16} />, onSelect: () => router.push(similar) },
    mayGenerate && !isUpload && { label: t("reuse"), icon: <SlidersHorizontal size={16} />, onSelect: () => reuse(generation) },
    mayGenerate &&
      (status === "FAILED" || status === "CANCELLED") &&
      !isUpload && { label: t("retry"), icon: <RotateCcw size={16} />, onSelect: () => retry(id) },
    mayGenerate && status === "COMPLETED" && !isUpload && { label: t("again"), icon: <RefreshCw size={16} />, onSelect: () => regenerate(id) },
    mayGenerate && !hasEnded && { label: t("cancel"), icon: <Ban size={16} />, onSelect: () => cancel(id) },
    mayGenerate && { label: t("delete"), icon: <Trash2 size={16} />, onSelect: () => trash(id), isDangerous: true },
  ];
  return items.filter((item): item is MenuItem => item !== false);
}
