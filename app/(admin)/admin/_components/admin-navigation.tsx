"use client";

import { useReviewCount } from "@boards/client";
import clsx from "clsx";
import { Blocks, KeyRound, ReceiptText, ScrollText, SearchCheck, Sparkles, Users } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { hidden } from "./hidden";

const pages = [
  { page: "providers", Icon: KeyRound },
  { page: "generators", Icon: Sparkles },
  { page: "models", Icon: Blocks },
  { page: "reviews", Icon: SearchCheck },
  { page: "spending", Icon: ReceiptText },
  { page: "people", Icon: Users },
  { page: "activity", Icon: ScrollText },
] as const;

/** The admin pages: a column beside the page, on a phone a row that scrolls. */
export function AdminNavigation() {
  const t = useTranslations("admin.shell");
  const path = usePathname();
  const reviews = useReviewCount();
  // On a phone the row may be wider than the screen.
  const bringIntoView = useCallback((link: HTMLAnchorElement | null) => link?.scrollIntoView({ block: "nearest", inline: "center" }), []);
  return (
    <nav aria-label={t("title")} className="-mx-5 sm:-mx-8 md:mx-0 md:pt-6">
      <p className="hidden px-3 pb-3 font-medium text-muted text-xs md:block">{t("title")}</p>
      <ul className="flex gap-1 overflow-x-auto border-b px-4 pb-3 sm:px-7 md:sticky md:top-6 md:flex-col md:border-0 md:p-0">
        {pages.map(({ page, Icon }) => {
          const isHere = path.startsWith(`/admin/${page}`);
          return (
            <li key={page}>
              <Link
                href={`/admin/${page}`}
                ref={isHere ? bringIntoView : null}
                aria-current={isHere ? "page" : undefined}
                className={clsx(
                  "relative flex h-10 pointer-coarse:h-11 items-center whitespace-nowrap gap-2.5 rounded-full px-3.5 font-medium text-sm transition-colors md:rounded-xl md:px-3",
                  isHere ? "bg-ink/10" : "text-muted hover:bg-ink/5 hover:text-ink",
                )}
              >
                <Icon size={16} className="shrink-0" /> {t(`pages.${page}`)}
                {page === "reviews" && reviews > 0 && (
                  <span className="absolute top-0.5 right-0 rounded-full bg-accent px-1.5 text-on-accent text-xs tabular-nums md:static md:ml-auto">
                    {t.rich("waiting", { count: reviews, hidden })}
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
