"use client";

import { useViewer } from "@boards/client";
import clsx from "clsx";
import { LayoutGrid, LogIn, type LucideIcon, Search, Settings2, Trash2 } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { ThemeToggle } from "@/lib/ui/theme-toggle";
import { AccountMenu } from "../account-menu";
import { entryLook } from "./entry-look";
import { useSignIn } from "./use-sign-in-redirect";

/** Where everything is: a rail at the left, on phones a bar at the bottom. Strangers find the way to sign in. */
export function Navigation() {
  const t = useTranslations("app.shell");
  const { viewer, account, isAdmin } = useViewer();
  const signIn = useSignIn();
  const path = usePathname();
  const isNobody = viewer === null && !account;
  return (
    <nav
      aria-label={t("navigation")}
      className="sticky low:max-md:static bottom-0 z-20 order-last h-(--bar-height) shrink-0 overflow-hidden border-t bg-canvas pb-[env(safe-area-inset-bottom)] md:top-0 md:order-first md:h-dvh md:w-20 md:overflow-y-auto md:border-t-0 md:border-r md:pt-[env(safe-area-inset-top)] md:pl-[env(safe-area-inset-left)]"
    >
      <ul className="flex h-full items-stretch justify-around md:flex-col md:justify-start md:gap-1 md:py-3">
        {!isNobody && <Entry href="/" label={t("boards")} Icon={LayoutGrid} isHere={path === "/" || path.startsWith("/boards")} />}
        {!isNobody && <Entry href="/search" label={t("search")} Icon={Search} isHere={path === "/search"} />}
        {!isNobody && <Entry href="/trash" label={t("trash")} Icon={Trash2} isHere={path === "/trash"} />}
        {isAdmin && <Entry href="/admin" label={t("admin")} Icon={Settings2} isHere={path.startsWith("/admin")} />}
        <li className="grid md:mt-auto">
          <ThemeToggle className={entryLook} />
        </li>
        {isNobody ? (
          <li className="grid">
            <button type="button" onClick={signIn} className={entryLook}>
              <EntryIcon>
                <LogIn size={18} aria-hidden />
              </EntryIcon>
              {t("signIn")}
            </button>
          </li>
        ) : (
          <li className="grid empty:hidden">
            <AccountMenu />
          </li>
        )}
      </ul>
    </nav>
  );
}

function Entry({ href, label, Icon, isHere }: { href: string; label: string; Icon: LucideIcon; isHere: boolean }) {
  const [isWanted, setIsWanted] = useState(false);
  const want = () => setIsWanted(true);
  return (
    <li className="grid">
      {/* Not fetched beforehand on every page, where more urgent things are on their way, but as soon as someone is about to go there. */}
      <Link
        href={href}
        prefetch={isWanted ? null : false}
        onPointerEnter={want}
        onFocus={want}
        aria-current={isHere ? "page" : undefined}
        className={clsx(entryLook, isHere && "!text-ink")}
      >
        <EntryIcon className={isHere ? "!bg-ink/10" : ""}>
          <Icon size={18} aria-hidden />
        </EntryIcon>
        {label}
      </Link>
    </li>
  );
}

function EntryIcon({ className, children }: { className?: string; children: ReactNode }) {
  return <span className={clsx("grid h-7 w-12 place-items-center rounded-full group-hover:bg-ink/5", className)}>{children}</span>;
}
