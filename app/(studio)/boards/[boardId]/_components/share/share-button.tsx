"use client";

import { useViewer } from "@boards/client";
import { Globe, UserPlus } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";

/** Opens the window about who may see a board; a globe says that everyone may. Not for people who are not signed in. */
export function ShareButton({ isPublic, onOpen }: { isPublic: boolean; onOpen: () => void }) {
  const t = useTranslations("studio.share");
  const { viewer } = useViewer();
  if (!viewer) return null;
  const Icon = isPublic ? Globe : UserPlus;
  return (
    <Button look="quiet" onClick={onOpen} className="!h-9 !px-3 sm:!px-4 pointer-coarse:!h-11">
      <Icon size={16} aria-hidden /> <span className="sr-only sm:not-sr-only">{t("open")}</span>
    </Button>
  );
}
