import { ZoomIn, ZoomOut } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/lib/ui/icon-button";
import { placeholderUrl } from "../tile/placeholder";
import type { ViewedGeneration } from "./viewer-media";

/** An image as large as the window allows, or each of its pixels as one of the page's, to scroll in. */
export function ViewerImage({ generation, source, label }: { generation: ViewedGeneration; source: string; label: string }) {
  const t = useTranslations("studio.viewer");
  const [isFull, setIsFull] = useState(false);
  const [isLoaded, setIsLoaded] = useState(false);
  const { width, height, placeholder } = generation;
  const blurred = isLoaded ? undefined : placeholderUrl(placeholder);
  const image = (
    <img
      src={source}
      alt={label}
      width={width ?? undefined}
      height={height ?? undefined}
      decoding="async"
      onLoad={() => setIsLoaded(true)}
      className={
        isFull ? "h-auto max-w-none" : "h-auto max-h-[75dvh] w-auto max-w-full rounded-lg bg-cover object-contain shadow-lg lg:max-h-[86dvh]"
      }
      style={{ ...(isFull && width ? { width } : {}), ...(blurred ? { backgroundImage: `url("${blurred}")` } : {}) }}
    />
  );
  return (
    <>
      {isFull ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <section tabIndex={0} aria-label={label} className="absolute inset-0 grid overflow-auto" onKeyDown={(event) => event.stopPropagation()}>
          <span className="m-auto block">{image}</span>
        </section>
      ) : (
        image
      )}
      <IconButton
        label={isFull ? t("fit") : t("actualSize")}
        aria-pressed={isFull}
        onClick={() => setIsFull(!isFull)}
        className="!absolute bottom-3 left-3 border bg-surface/90 pointer-coarse:size-11"
      >
        {isFull ? <ZoomOut size={18} /> : <ZoomIn size={18} />}
      </IconButton>
    </>
  );
}
