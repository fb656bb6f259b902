import type { StorageUse } from "@boards/client";
import clsx from "clsx";
import { useTranslations } from "use-intl";
import { formatBytes } from "@/lib/platform/text/format-bytes";

/** What files take, in words, and as a bar where there is a limit. */
export function StorageMeter({ usedBytes, limitBytes }: StorageUse) {
  const t = useTranslations("app.storage");
  const used = formatBytes(usedBytes);
  const isFull = limitBytes !== null && usedBytes >= limitBytes;
  return (
    <>
      <p className={clsx("text-sm tabular-nums", isFull ? "text-danger" : "text-muted")}>
        {limitBytes === null ? t("used", { used }) : t("usedOfLimit", { used, limit: formatBytes(limitBytes) })}
      </p>
      {limitBytes !== null && (
        <div aria-hidden className="mt-1.5 h-1.5 max-w-md rounded-full bg-sunken forced-colors:outline-1">
          <div
            className={clsx("h-full rounded-full forced-colors:bg-[CanvasText]", isFull ? "bg-danger" : "bg-accent")}
            style={{ width: `${limitBytes > 0 ? Math.min((usedBytes / limitBytes) * 100, 100) : 100}%` }}
          />
        </div>
      )}
    </>
  );
}
