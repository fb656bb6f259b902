"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ConnectionBanner } from "./connection-banner";
import { Navigation } from "./navigation";
import { SessionDialog } from "./session-dialog";

/** The frame of every screen of studio and administration: a rail beside the page, on phones a bar below it. The page is the document's `main`. */
export function AppShell({ children }: { children: ReactNode }) {
  const t = useTranslations("app.shell");
  return (
    <div className="flex min-h-dvh flex-col md:flex-row">
      <a
        href="#content"
        className="-translate-y-20 fixed top-2 left-2 z-50 rounded-full bg-accent px-5 py-2.5 font-medium text-on-accent text-sm focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <Navigation />
      {/* A page that fills the screen scrolls within itself; the others scroll with the document. */}
      <main
        id="content"
        tabIndex={-1}
        className="flex min-h-(--page-height) min-w-0 grow flex-col outline-none has-[>[data-fills-page]]:h-(--page-height)"
      >
        <ConnectionBanner />
        {children}
      </main>
      <SessionDialog />
    </div>
  );
}
