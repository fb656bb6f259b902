import { Box, FileText, Film, Image, Layers, type LucideIcon, Music } from "lucide-react";

/** What generators make, in the order in which it is listed. */
export const artifactKinds: { kind: string; heading: string; Icon: LucideIcon }[] = [
  { kind: "IMAGE", heading: "Images", Icon: Image },
  { kind: "VIDEO", heading: "Videos", Icon: Film },
  { kind: "AUDIO", heading: "Sounds", Icon: Music },
  { kind: "TEXT", heading: "Texts", Icon: FileText },
  { kind: "MODEL", heading: "3D models", Icon: Box },
  { kind: "LORA", heading: "LoRAs", Icon: Layers },
];
