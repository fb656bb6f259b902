import type { GeneratorForm } from "@boards/client";
import clsx from "clsx";
import { Check, ChevronRight, ImagePlus } from "lucide-react";
import { useTranslations } from "use-intl";
import { useDollars } from "../../../../../_components/describe-cost";
import { type Family, type Row, takesKind } from "./families";

interface ChooserRowProps {
  id: string;
  row: Row;
  isActive: boolean;
  isChosen: boolean;
  /** Whether choosing one without a key offers to add it. */
  mayAddKey: boolean;
  onPick: () => void;
}

/** A family that unfolds, or a generator that can be chosen. */
export function ChooserRow({ id, row, isActive, isChosen, mayAddKey, onPick }: ChooserRowProps) {
  const generator = "generator" in row ? row.generator : null;
  const isOff = Boolean(generator?.unavailableReason) && !mayAddKey;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the search, which keeps the focus
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-level={row.level}
      aria-selected={isChosen}
      aria-disabled={isOff}
      {...("family" in row ? { "aria-expanded": row.isExpanded } : {})}
      onClick={onPick}
      className={clsx(
        "flex min-h-11 items-center gap-3 rounded-xl px-3 py-2 hover:bg-sunken",
        isOff ? "cursor-not-allowed" : "cursor-pointer",
        row.level === 2 && "ml-5",
        isActive && "bg-sunken outline-1 outline-muted -outline-offset-1",
      )}
    >
      {"family" in row ? (
        <FamilyLine family={row.family} isExpanded={row.isExpanded} />
      ) : (
        <GeneratorLine generator={row.generator} level={row.level} isChosen={isChosen} mayAddKey={mayAddKey} />
      )}
    </div>
  );
}

function FamilyLine({ family, isExpanded }: { family: Family; isExpanded: boolean }) {
  const t = useTranslations("studio.chooser");
  const dollars = useDollars();
  const costs = family.variants.flatMap(({ defaultCostUsd }) => defaultCostUsd ?? []);
  const lowest = Math.min(...costs);
  return (
    <>
      <ChevronRight size={15} className={clsx("shrink-0 text-muted transition-transform", isExpanded && "rotate-90")} />
      <span className="min-w-0 grow">
        <span className="block truncate font-medium text-sm">{family.title}</span>
        <span className="block truncate text-muted text-xs">
          {[family.vendor, t("variants", { count: family.variants.length })].filter(Boolean).join(" · ")}
        </span>
      </span>
      {costs.length > 0 && (
        <span className="shrink-0 text-muted text-xs tabular-nums">{lowest > 0 ? t("from", { cost: dollars(lowest) }) : t("free")}</span>
      )}
    </>
  );
}

function GeneratorLine({
  generator,
  level,
  isChosen,
  mayAddKey,
}: { generator: GeneratorForm; level: 1 | 2 } & Pick<ChooserRowProps, "isChosen" | "mayAddKey">) {
  const t = useTranslations("studio.chooser");
  const dollars = useDollars();
  const { title, variant, vendor, providerTitle, description, deprecation, unavailableReason, defaultCostUsd: cost } = generator;
  const provider = providerTitle ?? t("onThisServer");
  const about = level === 2 ? provider : [vendor, provider].filter(Boolean).join(" · ");
  return (
    <>
      <span className="min-w-0 grow">
        <span className={clsx("flex items-center gap-1.5 font-medium text-sm", unavailableReason && "text-muted")}>
          {level === 2 && <span className="sr-only">{title}</span>}
          <span aria-hidden={level === 2} className="truncate">
            {level === 2 ? variant || t("plain") : title}
          </span>
          {takesKind(generator, "IMAGE") && <ImagePlus size={13} className="shrink-0 text-muted" aria-label={t("takesImage")} />}
        </span>
        <span className={clsx("block text-muted text-xs", unavailableReason || deprecation ? "" : "truncate")} title={description}>
          {unavailableReason ?? deprecation ?? about}
        </span>
      </span>
      {cost !== null && <span className="shrink-0 text-muted text-xs tabular-nums">{cost > 0 ? dollars(cost) : t("free")}</span>}
      {unavailableReason && mayAddKey && <span className="shrink-0 text-accent text-xs">{t("addKey")}</span>}
      {isChosen && <Check size={16} className="shrink-0 text-accent" />}
    </>
  );
}
