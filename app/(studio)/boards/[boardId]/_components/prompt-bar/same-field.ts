import type { PlainField } from "@boards/client";
import type { FieldErrors, ForbiddenOptions } from "@/app/_components/fields/control-props";
import { topOf } from "./prompt-context";

interface FieldProps {
  field: PlainField;
  errors: FieldErrors;
  forbidden: ForbiddenOptions;
}

/** What is wrong within a field. */
export const errorsWithin = (errors: FieldErrors, name: string) => [...errors].filter(([path]) => topOf(path) === name);

/** Whether two renderings of a field would look the same: for `memo`, so that typing elsewhere does not render it. */
export function isSameField<Props extends FieldProps>(one: Props, other: Props): boolean {
  const { errors, forbidden, ...rest } = one;
  const told = ({ field, errors, forbidden }: FieldProps) => JSON.stringify([errorsWithin(errors, field.name), [...forbidden]]);
  return Object.entries(rest).every(([name, value]) => other[name as keyof Props] === value) && told(one) === told(other);
}
