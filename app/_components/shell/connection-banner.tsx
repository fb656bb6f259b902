"use client";

import { useConnection } from "@boards/client";
import { CloudOff, WifiOff } from "lucide-react";
import { useTranslations } from "use-intl";

/** Says that there is no network, or no answer, for as long as that lasts. */
export function ConnectionBanner() {
  const t = useTranslations("app.connection");
  const { state } = useConnection();
  const isAway = state === "offline" || state === "unreachable";
  const Icon = state === "offline" ? WifiOff : CloudOff;
  return (
    // Always there, so that a screen reader hears what comes into it.
    <div role="status" className="sticky top-0 z-20 shrink-0">
      {isAway && (
        <p className="flex items-center justify-center gap-2.5 border-b bg-sunken px-4 py-2 text-sm">
          <Icon size={16} aria-hidden className="shrink-0" />
          <span>{t(state)}</span>
        </p>
      )}
    </div>
  );
}
