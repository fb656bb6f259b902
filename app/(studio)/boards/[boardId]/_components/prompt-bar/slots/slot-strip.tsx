import { type BoardGeneration, useGenerations } from "@boards/client";
import { useMemo } from "react";
import type { FieldErrors } from "@/app/_components/fields/control-props";
import { type ArtifactField, idsOf } from "../draft/slots";
import { Slot } from "./slot";

interface SlotStripProps {
  slots: ArtifactField[];
  values: Record<string, unknown>;
  /** The tile that is being dragged. */
  dragged: BoardGeneration | null;
  errors: FieldErrors;
  onChange: (name: string, value: unknown) => void;
  onAdd: (slot: ArtifactField, id: string) => void;
}

/** The inputs that take artifacts, side by side; they scroll where there are many. */
export function SlotStrip({ slots, values, dragged, errors, onChange, onAdd }: SlotStripProps) {
  const key = slots.flatMap(({ name }) => idsOf(values[name])).join(" ");
  const ids = useMemo(() => key.split(" ").filter(Boolean), [key]);
  const generations = useGenerations(ids);
  return (
    <div className="flex max-w-full shrink-0 gap-2 overflow-x-auto p-0.5 sm:max-w-[60%]">
      {slots.map((slot) => (
        <Slot
          key={slot.name}
          slot={slot}
          value={values[slot.name]}
          generations={generations}
          dragged={dragged}
          error={errors.get(slot.name) ?? null}
          onChange={(value) => onChange(slot.name, value)}
          onAdd={(id) => onAdd(slot, id)}
        />
      ))}
    </div>
  );
}
