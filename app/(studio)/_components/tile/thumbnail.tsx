import type { BoardGeneration } from "@boards/client";
import { FileText, Film, ImageOff, Music } from "lucide-react";

const icons = { IMAGE: ImageOff, VIDEO: Film, AUDIO: Music, TEXT: FileText, LORA: FileText, MODEL: FileText };

/** A small image of an artifact; an icon of its kind where it has none. */
export function Thumbnail({ generation }: { generation: Pick<BoardGeneration, "small" | "artifactType"> | undefined }) {
  if (generation?.small) {
    return <img src={generation.small} alt="" loading="lazy" className="size-full object-cover" />;
  }
  const Icon = icons[generation?.artifactType ?? "IMAGE"];
  return (
    <span className="grid size-full place-items-center bg-sunken text-muted">
      <Icon size={20} />
    </span>
  );
}
