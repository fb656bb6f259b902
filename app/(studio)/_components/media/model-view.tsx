"use client";

import { createElement, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";

/** What draws it, bundled by its authors: a megabyte that Next.js need not read, for pages and for the server. */
const drawer = new URL("../../../../node_modules/@google/model-viewer/dist/model-viewer.min.js", import.meta.url).href;

/** A 3D model that turns under pointer, fingers and arrow keys. What draws it is loaded when the first one is shown. */
export function ModelView({ url, label }: { url: string; label: string }) {
  const t = useTranslations("studio.model");
  const element = useRef<HTMLElement>(null);
  const [state, setState] = useState<"loading" | "ready" | "broken">("loading");
  useEffect(() => {
    let isShown = true;
    const tell = (next: "ready" | "broken") => isShown && setState(next);
    const [onLoad, onError] = [() => tell("ready"), () => tell("broken")];
    const viewer = element.current;
    // The arrows turn it; around it they lead elsewhere.
    const keepKeys = (event: KeyboardEvent) => event.key.startsWith("Arrow") && event.stopPropagation();
    viewer?.addEventListener("keydown", keepKeys);
    viewer?.addEventListener("load", onLoad);
    viewer?.addEventListener("error", onError);
    import(/* turbopackIgnore: true */ drawer).catch(onError);
    return () => {
      isShown = false;
      viewer?.removeEventListener("keydown", keepKeys);
      viewer?.removeEventListener("load", onLoad);
      viewer?.removeEventListener("error", onError);
    };
  }, []);
  return (
    <div className="relative size-full">
      {createElement("model-viewer", {
        ref: element,
        src: url,
        alt: label,
        "camera-controls": true,
        "touch-action": "pan-y",
        "shadow-intensity": "0.6",
        "interaction-prompt": "none",
        style: { width: "100%", height: "100%", background: "transparent" },
      })}
      {state !== "ready" && (
        <p role="status" className="pointer-events-none absolute inset-x-4 bottom-4 text-balance text-center text-muted text-sm">
          {state === "loading" ? t("loading") : t("broken")}
        </p>
      )}
    </div>
  );
}
