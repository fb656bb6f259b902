import type { BoardGeneration } from "@boards/client";
import clsx from "clsx";
import { Plus } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/lib/ui/toast";
import { type ArtifactField, idsOf, slotValue, takes } from "../draft/slots";
import { ArtifactPicker } from "../picker/artifact-picker";
import { usePromptContext } from "../prompt-context";
import { SlotItem } from "./slot-item";

interface SlotProps {
  slot: ArtifactField;
  value: unknown;
  generations: Map<string, BoardGeneration | null>;
  /** The tile that is being dragged. */
  dragged: BoardGeneration | null;
  error: string | null;
  onChange: (value: unknown) => void;
  onAdd: (id: string) => void;
}

/** One input that takes artifacts: by the picker, or by a tile or a file dropped on it. */
export function Slot({ slot, value, generations, dragged, error, onChange, onAdd }: SlotProps) {
  const t = useTranslations("studio.slot");
  const kinds = useTranslations("app.artifactKind");
  const { onFiles } = usePromptContext();
  const [isPicking, setIsPicking] = useState(false);
  const group = useRef<HTMLFieldSetElement>(null);
  const ids = idsOf(value);
  const kind = kinds(slot.artifactType);
  const hasRoom = ids.length < slot.maximum;
  const isTarget = dragged !== null && takes(slot, value, dragged.artifactType);
  const setIds = (next: string[]) => onChange(slotValue(slot, next));

  const drop = async (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (dragged && isTarget) return onAdd(dragged.id);
    if (dragged)
      return toast.error(dragged.artifactType === slot.artifactType ? t("full", { title: slot.title }) : t("wrongKind", { title: slot.title, kind }));
    const [uploaded] = await onFiles([...event.dataTransfer.files].slice(0, 1));
    if (uploaded) onAdd(uploaded);
  };
  const remove = (index: number) => {
    setIds(ids.filter((_, each) => each !== index));
    // The button that was pressed is gone: what adds another one is next to it.
    setTimeout(() => group.current?.querySelector<HTMLElement>("[data-add]")?.focus());
  };
  return (
    <fieldset
      ref={group}
      data-input={slot.name}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      className={clsx(
        "flex shrink-0 gap-1.5 rounded-xl transition-opacity",
        isTarget && "outline-2 outline-accent outline-dashed",
        dragged && !isTarget && "opacity-40",
      )}
    >
      <legend className="sr-only">
        {slot.title} {slot.isRequired ? "" : t("optional")}
      </legend>
      {ids.map((id, index) => (
        <SlotItem
          // One artifact may stand in a list twice.
          key={`${id} ${ids.slice(0, index).filter((each) => each === id).length}`}
          title={slot.title}
          number={index + 1}
          count={ids.length}
          generation={generations.get(id)}
          onRemove={() => remove(index)}
          onReplace={slot.isList ? undefined : () => setIsPicking(true)}
          onMoveForward={
            index > 0 ? () => setIds(ids.map((each, at) => (at === index - 1 ? id : at === index ? (ids[index - 1] ?? each) : each))) : undefined
          }
        />
      ))}
      {hasRoom && (
        <button
          type="button"
          data-add
          aria-label={t("add", { kind, title: slot.title })}
          aria-invalid={error ? true : undefined}
          title={[slot.description, slot.isList ? t("count", { count: ids.length, maximum: slot.maximum }) : ""].filter(Boolean).join(" · ")}
          onClick={() => setIsPicking(true)}
          className={clsx(
            "flex h-12 flex-col items-center justify-center gap-0.5 rounded-xl border border-dashed px-1.5 text-center text-[11px] text-muted leading-3 sm:h-16 hover:border-accent hover:text-accent",
            ids.length > 0 && slot.isList ? "w-11" : "w-16 sm:w-20",
            slot.isRequired && ids.length < slot.minimum && "border-muted",
            error && "border-danger text-danger",
          )}
        >
          <Plus size={16} className="shrink-0" />
          {!(ids.length > 0 && slot.isList) && <span className="line-clamp-2 break-words">{slot.title}</span>}
        </button>
      )}
      <ArtifactPicker
        slot={slot}
        isOpen={isPicking}
        count={ids.length}
        onClose={() => setIsPicking(false)}
        onPick={(id) => {
          onAdd(id);
          if (!slot.isList || ids.length + 1 >= slot.maximum) setIsPicking(false);
        }}
      />
    </fieldset>
  );
}
