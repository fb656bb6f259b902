"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { ConnectionBanner } from "./connection-banner";
import { Navigation } from "./navigation";
import { SessionDialog } from "./session-dialog";

// Outside of the component, of which studio and administration have one each.
let lastPath: string | null = null;

/**
 * The frame of every screen of studio and administration: a rail beside the page, on phones a bar below it. The page is the document's `main`, which takes
 * the focus when another page comes, unless that puts it somewhere itself.
 */
export function AppShell({ children }: { children: ReactNode }) {
  const t = useTranslations("app.shell");
  const content = useRef<HTMLElement>(null);
  const path = usePathname();
  useEffect(() => {
    const isAnother = lastPath !== null && lastPath !== path;
    lastPath = path;
    if (isAnother && !content.current?.contains(document.activeElement)) content.current?.focus({ preventScroll: true });
  }, [path]);
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
        ref={content}
        id="content"
        tabIndex={-1}
        className="flex min-h-(--page-height) min-w-0 grow flex-col outline-none has-[>[data-fills-page]]:h-(--page-height) low:has-[>[data-fills-page]]:h-auto"
      >
        <ConnectionBanner />
        {children}
      </main>
      <SessionDialog />
    </div>
  );
}
