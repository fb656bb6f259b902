import type { AdministeredGenerator, GeneratorSetting } from "@boards/client";
import { SlidersHorizontal } from "lucide-react";
import { memo, useId } from "react";
import { useTranslations } from "use-intl";
import { Switch } from "@/lib/ui/switch";
import { useUsd } from "../../_components/use-usd";
import { audienceOf } from "./audience";

interface GeneratorRowProps {
  generator: AdministeredGenerator;
  isOn: boolean;
  onOffer: (generator: AdministeredGenerator, isOffered: boolean) => void;
  onEdit: (generator: AdministeredGenerator) => void;
}

/** A generator in the list. Drawn again only when it changed: there are hundreds of them. */
export const GeneratorRow = memo(function GeneratorRow({ generator, isOn, onOffer, onEdit }: GeneratorRowProps) {
  const t = useTranslations("admin.generators.row");
  const changesOf = useChanges();
  const id = useId();
  const { title, providerTitle, vendor, own, shared, unavailableReason, deprecation, hasEnded, isOffered } = generator;
  // What the installation does not offer, a tenant cannot; but what a provider has ended, an admin may go on offering.
  const isOffAbove = !isOffered && !hasEnded && own?.isOffered !== false;
  const changes = [...new Set([...changesOf(own), ...changesOf(shared)])];
  return (
    <li aria-label={title} className="flex items-center gap-3 px-5 py-3 [contain-intrinsic-size:auto_4.5rem] [content-visibility:auto]">
      <div className="min-w-0 grow">
        <p className={`truncate font-medium text-sm ${isOn ? "" : "text-muted line-through"}`} title={title}>
          {title}
        </p>
        <p className="truncate text-muted text-xs">{[providerTitle ?? t("local"), vendor].filter(Boolean).join(" · ")}</p>
        {changes.length > 0 && <p className="truncate text-accent text-xs">{changes.join(" · ")}</p>}
        {isOffAbove && <p className="text-muted text-xs">{t("disabledAbove")}</p>}
        {unavailableReason && <p className="text-danger text-xs">{unavailableReason}</p>}
        {deprecation && <p className="text-danger text-xs">{deprecation}</p>}
      </div>
      <button
        type="button"
        aria-label={t("editTitle", { title })}
        title={t("edit")}
        onClick={() => onEdit(generator)}
        className="grid size-9 pointer-coarse:size-11 shrink-0 place-items-center rounded-full hover:bg-ink/10"
      >
        <SlidersHorizontal size={16} />
      </button>
      <label htmlFor={id} className="sr-only">
        {t("enable", { title })}
      </label>
      <Switch id={id} isOn={isOn} isDisabled={isOffAbove} onChange={(next) => onOffer(generator, next)} />
    </li>
  );
});

/** Tells what was changed, in a few words each. */
function useChanges() {
  const t = useTranslations("admin.generators");
  const usd = useUsd();
  return (setting: GeneratorSetting | null): string[] => {
    if (!setting) return [];
    const { allowedRoles, priceUsd, timeLimitSeconds, position } = setting;
    const [defaults, limits] = [Object.keys(setting.defaults).length, Object.keys(setting.limits).length];
    return [
      ...(allowedRoles.length > 0 ? [t(`audiences.${audienceOf(allowedRoles)}`)] : []),
      ...(priceUsd === null ? [] : [t("row.price", { price: usd(priceUsd) })]),
      ...(timeLimitSeconds === null ? [] : [t("row.timeLimit", { minutes: timeLimitSeconds / 60 })]),
      ...(defaults > 0 ? [t("row.defaults", { count: defaults })] : []),
      ...(limits > 0 ? [t("row.limits", { count: limits })] : []),
      ...(position === null ? [] : [t("row.position", { position })]),
    ];
  };
}
