import { ImagePlus } from "lucide-react";
import { Toggle, ToggleGroup } from "radix-ui";
import { useTranslations } from "use-intl";
import { artifactKinds } from "@/app/_components/artifact-kinds";
import type { Filter } from "./families";

const look =
  "flex h-8 shrink-0 items-center gap-1.5 rounded-full border px-2.5 text-xs hover:bg-sunken data-[state=on]:border-accent data-[state=on]:bg-accent data-[state=on]:text-on-accent pointer-coarse:h-11";

/** Narrows the generators to what they make and to what they take. */
export function ChooserFilter({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const t = useTranslations("studio.chooser");
  const headings = useTranslations("app.artifactKinds");
  return (
    <div className="flex flex-wrap gap-1.5">
      <ToggleGroup.Root
        type="single"
        value={filter.artifactType}
        onValueChange={(artifactType) => onChange({ ...filter, artifactType })}
        aria-label={t("kinds")}
        className="contents"
      >
        {artifactKinds.map(({ kind, Icon }) => (
          <ToggleGroup.Item key={kind} value={kind} className={look}>
            <Icon size={14} /> {headings(kind)}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
      <Toggle.Root pressed={filter.takesImage} onPressedChange={(takesImage) => onChange({ ...filter, takesImage })} className={look}>
        <ImagePlus size={14} /> {t("takesImage")}
      </Toggle.Root>
    </div>
  );
}
