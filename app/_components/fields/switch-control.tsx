import { useTranslations } from "use-intl";
import { Segments } from "@/lib/ui/segments";
import { Switch } from "@/lib/ui/switch";
import type { ControlProps } from "./control-props";

/** On or off, or left to the model where it may be. */
export function SwitchControl({ id, field, value, path, errors, forbidden, onChange, ...aria }: ControlProps<"switch">) {
  const t = useTranslations("app.input");
  if (!field.isOptional) {
    const isOn = value === true;
    return <Switch id={id} isOn={isOn} isDisabled={forbidden.has(!isOn)} onChange={onChange} {...aria} />;
  }
  return (
    <Segments
      id={id}
      label={field.title}
      value={value === true ? "on" : value === false ? "off" : "unset"}
      options={[
        { value: "unset", text: t("modelDefault") },
        { value: "on", text: t("on"), reason: forbidden.get(true) },
        { value: "off", text: t("off"), reason: forbidden.get(false) },
      ]}
      onChange={(chosen) => onChange(chosen === "unset" ? null : chosen === "on")}
      {...aria}
    />
  );
}
