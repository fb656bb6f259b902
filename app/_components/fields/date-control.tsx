import { fieldLook } from "@/lib/ui/text-field";
import type { ControlProps } from "./control-props";

/** A day, or a moment, which is shown in the viewer's time zone. */
export function DateControl({ id, field, value, path, errors, forbidden, onChange, ...aria }: ControlProps<"date">) {
  const shown = typeof value !== "string" ? "" : field.hasTime ? localMoment(value) : value;
  return (
    <input
      id={id}
      type={field.hasTime ? "datetime-local" : "date"}
      {...aria}
      value={shown}
      onChange={({ target }) => onChange(target.value === "" ? null : field.hasTime ? new Date(target.value).toISOString() : target.value)}
      className={fieldLook}
    />
  );
}

/** A moment as the browser's own field takes it: without a time zone. */
function localMoment(moment: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return "";
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
