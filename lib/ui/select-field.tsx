import { type ComponentProps, useId } from "react";
import { Select } from "./select";

/** A choice of one under its label. */
export function SelectField<T extends string | number>(props: Omit<ComponentProps<typeof Select<T>>, "id">) {
  const id = useId();
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {props.label}
      </label>
      <Select {...props} id={id} />
    </div>
  );
}
