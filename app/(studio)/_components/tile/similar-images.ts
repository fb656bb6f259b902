import type { BoardGeneration } from "@boards/client";
import { usePathname } from "next/navigation";

/** The address on this page of results that look like an image; null for what is none, or has no preview to compare. */
export function useSimilarImages({ id, artifactType, placeholder }: BoardGeneration): string | null {
  const path = usePathname();
  return artifactType === "IMAGE" && placeholder ? `${path}?${new URLSearchParams({ similar: id })}` : null;
}
