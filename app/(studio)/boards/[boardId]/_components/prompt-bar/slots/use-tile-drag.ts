import { useEffect, useState } from "react";

/** The type under which a dragged tile carries its generation's id. */
export const dragIdType = "application/x-boards-generation";
/** Begins the type that says what kind a dragged tile is: while it is dragged, types can be read, values cannot. */
const dragKindPrefix = "application/x-boards-kind-";

/** Puts a generation into a drag, for slots to take. */
export function startTileDrag(transfer: DataTransfer, { id, artifactType }: { id: string; artifactType: string }): void {
  transfer.setData(dragIdType, id);
  transfer.setData(`${dragKindPrefix}${artifactType.toLowerCase()}`, id);
}

/** The kind of the tile in a drag, as in `IMAGE`; null where there is none. */
export function draggedKind(transfer: DataTransfer | null): string | null {
  const type = transfer?.types.find((each) => each.startsWith(dragKindPrefix));
  return type ? type.slice(dragKindPrefix.length).toUpperCase() : null;
}

/** The kind of the tile that is being dragged over the page; null while none is. */
export function useTileDrag(): string | null {
  const [kind, setKind] = useState<string | null>(null);
  useEffect(() => {
    const start = (event: DragEvent) => setKind(draggedKind(event.dataTransfer));
    const end = () => setKind(null);
    // A drag that begins on this page tells its kind once its own handler has filled it.
    window.addEventListener("dragstart", start);
    window.addEventListener("dragend", end);
    window.addEventListener("drop", end);
    return () => {
      window.removeEventListener("dragstart", start);
      window.removeEventListener("dragend", end);
      window.removeEventListener("drop", end);
    };
  }, []);
  return kind;
}
