import { useTranslations } from "use-intl";
import { Combobox } from "@/lib/ui/combobox";
import { Select } from "@/lib/ui/select";
import type { ControlProps } from "./control-props";

/** From how many options on they are searched instead of looked through. */
const manyOptions = 12;

/** One of several values. Many of them, such as voices, can be searched. */
export function ChoiceControl({ id, field, value, path, errors, forbidden, onChange, ...aria }: ControlProps<"choice">) {
  const t = useTranslations("app.input");
  // How a choice shows that it is left to the model.
  const unset = t("modelDefault");
  const known = field.options.find((option) => option === value);
  const Control = field.options.length > manyOptions ? Combobox : Select;
  return (
    <Control<string | number>
      id={id}
      label={field.title}
      value={known ?? (field.isOptional ? unset : null)}
      options={field.isOptional ? [unset, ...field.options] : field.options}
      placeholder={t("choose")}
      reasonAgainst={(option) => (option === unset ? undefined : forbidden.get(option))}
      onChange={(chosen) => onChange(chosen === unset ? null : chosen)}
      {...aria}
    />
  );
}
