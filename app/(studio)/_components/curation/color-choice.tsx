import { type TagColor, tagColors } from "@boards/client";
import { RadioGroup } from "radix-ui";
import { useTranslations } from "use-intl";
import { TagDot } from "./tag-dot";

/** A choice among the colors of tags; arrow keys move in it. */
export function ColorChoice({ value, onChange }: { value: TagColor; onChange: (color: TagColor) => void }) {
  const t = useTranslations("studio.curation.tags");
  return (
    <RadioGroup.Root
      aria-label={t("color")}
      orientation="horizontal"
      value={value}
      onValueChange={(color) => onChange(color as TagColor)}
      className="flex flex-wrap"
    >
      {tagColors.map((color) => (
        <RadioGroup.Item
          key={color}
          value={color}
          aria-label={t(`colors.${color}`)}
          title={t(`colors.${color}`)}
          className="grid size-8 place-items-center rounded-full pointer-coarse:size-11 data-[state=checked]:bg-sunken data-[state=checked]:outline-1 data-[state=checked]:outline-muted data-[state=checked]:-outline-offset-3"
        >
          <TagDot color={color} className="!size-4" />
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
