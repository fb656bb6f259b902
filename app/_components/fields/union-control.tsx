import { branchOf, freshValue, isGiven, type PlainField } from "@boards/client";
import { type ComponentType, useState } from "react";
import { useTranslations } from "use-intl";
import { Segments } from "@/lib/ui/segments";
import type { ControlProps } from "./control-props";

interface UnionControlProps extends ControlProps<"union"> {
  /** What draws the control of a kind. */
  Control: ComponentType<ControlProps<PlainField["kind"]>>;
}

/** One of several kinds of value: the kind is chosen first, and has its own control. */
export function UnionControl({ id, field, value, path, errors, forbidden, onChange, Control, ...aria }: UnionControlProps) {
  const t = useTranslations("app.input");
  const given = isGiven(value) ? branchOf(field, value) : undefined;
  // While nothing is given the value doesn't tell which kind was chosen.
  const [chosen, setChosen] = useState<number | null>(field.isOptional ? null : 0);
  const index = given ? field.branches.indexOf(given) : chosen;
  const branch = index === null ? undefined : field.branches[index];
  const choose = (kind: string) => {
    const next = kind === unset ? null : Number(kind);
    const fresh = next === null ? undefined : field.branches[next];
    setChosen(next);
    onChange(fresh ? freshValue(fresh) : null);
  };
  return (
    <>
      <Segments
        id={id}
        label={t("kindOf", { title: field.title })}
        value={index === null ? unset : String(index)}
        options={[
          ...(field.isOptional ? [{ value: unset, text: t("modelDefault") }] : []),
          ...field.branches.map((each, place) => ({ value: String(place), text: each.title || t(`kind.${kindOf(each)}`) })),
        ]}
        onChange={choose}
        {...aria}
      />
      {branch && (
        <Control
          id={`${id}-value`}
          field={{ ...branch, title: field.title }}
          value={value}
          path={path}
          errors={errors}
          forbidden={forbidden}
          onChange={onChange}
          {...aria}
        />
      )}
    </>
  );
}

const unset = "unset";

/** The name of a kind of value that its schema gives none. */
function kindOf(field: PlainField) {
  const isSize = field.kind === "group" && field.fields.some(({ name }) => name === "width") && field.fields.some(({ name }) => name === "height");
  return isSize ? "size" : field.kind;
}
