import { freshValue, type InputValues, pathWithin, plainFieldsOf, shownFields } from "@boards/client";
import { Switch } from "@/lib/ui/switch";
import type { ControlProps, WithRows } from "./control-props";

/** Fields that make one value together. Where the whole may be left to the model, a switch opens it. */
export function GroupControl({ id, field, value, path, errors, forbidden, onChange, Row, ...aria }: ControlProps<"group"> & WithRows) {
  const values = typeof value === "object" && value !== null ? (value as InputValues) : null;
  return (
    <>
      {field.isOptional && (
        <Switch
          id={id}
          label={field.title}
          isOn={values !== null}
          onChange={(isOn) => onChange(isOn ? freshValue({ ...field, initial: null }) : null)}
          {...aria}
        />
      )}
      {values && (
        <fieldset
          aria-label={field.title}
          aria-describedby={aria["aria-describedby"]}
          className={`grid min-w-0 gap-3 rounded-xl border p-3 ${aria["aria-invalid"] ? "border-danger" : ""}`}
        >
          {plainFieldsOf(shownFields(field.fields, values)).map((inner) => (
            <Row
              key={inner.name}
              field={inner}
              value={values[inner.name]}
              errors={errors}
              path={pathWithin(path, inner.name)}
              onChange={(changed) => onChange({ ...values, [inner.name]: changed })}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}
