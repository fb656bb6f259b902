"use client";

import { useViewer } from "@boards/client";
import clsx from "clsx";
import { LayoutGrid, type LucideIcon, Settings2 } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { ThemeToggle } from "@/lib/ui/theme-toggle";
import { AccountMenu } from "../account-menu";

/** Where everything is: a rail at the left, on phones a bar at the bottom. */
export function Navigation() {
  const t = useTranslations("app.shell");
  const { isAdmin } = useViewer();
  const path = usePathname();
  return (
    <nav
      aria-label={t("navigation")}
      className="sticky bottom-0 z-20 order-last h-(--bar-height) shrink-0 overflow-hidden border-t bg-canvas pb-[env(safe-area-inset-bottom)] md:top-0 md:order-first md:h-dvh md:w-20 md:overflow-y-auto md:border-t-0 md:border-r md:pt-[env(safe-area-inset-top)] md:pl-[env(safe-area-inset-left)]"
    >
      <ul className="flex h-full items-stretch justify-around md:flex-col md:justify-start md:gap-1 md:py-3">
        <Entry href="/" label={t("boards")} Icon={LayoutGrid} isHere={path === "/" || path.startsWith("/boards")} />
        {isAdmin && <Entry href="/admin" label={t("admin")} Icon={Settings2} isHere={path.startsWith("/admin")} />}
        <li className="grid place-items-center md:mt-auto">
          <ThemeToggle />
        </li>
        <li className="grid place-items-center empty:hidden">
          <AccountMenu />
        </li>
      </ul>
    </nav>
  );
}

function Entry({ href, label, Icon, isHere }: { href: string; label: string; Icon: LucideIcon; isHere: boolean }) {
  return (
    <li>
      <Link
        href={href}
        aria-current={isHere ? "page" : undefined}
        className={clsx("group grid h-14 min-w-16 place-content-center justify-items-center gap-1 text-xs", !isHere && "text-muted hover:text-ink")}
      >
        <span className={clsx("grid h-7 w-12 place-items-center rounded-full", isHere ? "bg-ink/10" : "group-hover:bg-ink/5")}>
          <Icon size={18} aria-hidden />
        </span>
        {label}
      </Link>
    </li>
  );
}
