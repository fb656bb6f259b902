import type { AdministeredGenerator, GeneratorSetting } from "@boards/client";
import { SlidersHorizontal } from "lucide-react";
import { memo, useId } from "react";
import { Switch } from "@/lib/ui/switch";
import { counted, formatUsd } from "../../_components/format";
import { audienceOf, audiences } from "./audience";

interface GeneratorRowProps {
  generator: AdministeredGenerator;
  isOn: boolean;
  onOffer: (generator: AdministeredGenerator, isOffered: boolean) => void;
  onEdit: (generator: AdministeredGenerator) => void;
}

/** A generator in the list. Drawn again only when it changed: there are some two hundred of them. */
export const GeneratorRow = memo(function GeneratorRow({ generator, isOn, onOffer, onEdit }: GeneratorRowProps) {
  const id = useId();
  const { title, provider, vendor, own, shared, unavailableReason, deprecation, hasEnded, isOffered } = generator;
  // What the installation does not offer, a tenant cannot; but what a provider has ended, an admin may go on offering.
  const isOffAbove = !isOffered && !hasEnded && own?.isOffered !== false;
  const changes = [...new Set([...changesOf(own), ...changesOf(shared)])];
  return (
    <li aria-label={title} className="flex items-center gap-3 px-5 py-3 [contain-intrinsic-size:auto_4.5rem] [content-visibility:auto]">
      <div className="min-w-0 grow">
        <p className={`truncate font-medium text-sm ${isOn ? "" : "text-muted line-through"}`} title={title}>
          {title}
        </p>
        <p className="truncate text-muted text-xs">{[provider === "local" ? "runs on this server" : provider, vendor].filter(Boolean).join(" · ")}</p>
        {changes.length > 0 && <p className="truncate text-accent text-xs">{changes.join(" · ")}</p>}
        {isOffAbove && <p className="text-muted text-xs">Not offered by this installation</p>}
        {unavailableReason && <p className="text-danger text-xs">{unavailableReason}</p>}
        {deprecation && <p className="text-danger text-xs">{deprecation}</p>}
      </div>
      <button
        type="button"
        aria-label={`Change ${title}`}
        title="Change"
        onClick={() => onEdit(generator)}
        className="grid size-9 shrink-0 place-items-center rounded-full hover:bg-ink/10"
      >
        <SlidersHorizontal size={16} />
      </button>
      <label htmlFor={id} className="sr-only">
        Offer {title}
      </label>
      <Switch id={id} isOn={isOn} isDisabled={isOffAbove} onChange={(next) => onOffer(generator, next)} />
    </li>
  );
});

/** What was changed, in a few words each. */
function changesOf(setting: GeneratorSetting | null): string[] {
  if (!setting) return [];
  const { allowedRoles, priceUsd, timeLimitSeconds, position } = setting;
  const [defaults, limits] = [Object.keys(setting.defaults).length, Object.keys(setting.limits).length];
  return [
    ...(allowedRoles.length > 0 ? [audiences[audienceOf(allowedRoles)]] : []),
    ...(priceUsd === null ? [] : [`${formatUsd(priceUsd)} a request`]),
    ...(timeLimitSeconds === null ? [] : [`${timeLimitSeconds / 60} min at most`]),
    ...(defaults > 0 ? [counted(defaults, "default")] : []),
    ...(limits > 0 ? [counted(limits, "limit")] : []),
    ...(position === null ? [] : [`place ${position}`]),
  ];
}
