import type { ArtifactKind } from "@boards/client";
import { Box, FileText, Film, Image, Layers, type LucideIcon, Music } from "lucide-react";

/** What generators make, in the order in which it is listed. */
export const artifactKinds: { kind: ArtifactKind; Icon: LucideIcon }[] = [
  { kind: "IMAGE", Icon: Image },
  { kind: "VIDEO", Icon: Film },
  { kind: "AUDIO", Icon: Music },
  { kind: "TEXT", Icon: FileText },
  { kind: "MODEL", Icon: Box },
  { kind: "LORA", Icon: Layers },
];
