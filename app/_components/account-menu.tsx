"use client";

import { useSession, useViewer } from "@boards/client";
import { LogOut, Settings2, UserRound } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { Menu } from "@/lib/ui/menu";

/** Who is signed in, and the way out; for admins the way to the administration, which is all there is where everyone is the owner of this machine. */
export function AccountMenu() {
  const t = useTranslations("app.account");
  const { signOut } = useSession();
  const { viewer, account, canSignIn, isAdmin } = useViewer();
  const router = useRouter();
  if (!canSignIn)
    return isAdmin ? (
      <Link
        href="/admin"
        aria-label={t("administration")}
        title={t("administration")}
        className="grid size-9 place-items-center rounded-full hover:bg-ink/10"
      >
        <Settings2 size={18} />
      </Link>
    ) : null;
  if (!viewer && !account)
    return (
      <a href="/sign-in" className="rounded-full px-4 py-2 font-medium text-sm hover:bg-ink/10">
        {t("signIn")}
      </a>
    );
  const name = viewer?.displayName ?? account?.email ?? t("unnamed");
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t("menu", { name })}
          title={name}
          className="grid size-9 place-items-center rounded-full bg-accent font-medium text-on-accent text-sm uppercase"
        >
          {name.slice(0, 1)}
        </button>
      }
      items={[
        { label: t("account"), icon: <UserRound size={16} />, onSelect: () => router.push("/account") },
        ...(isAdmin ? [{ label: t("administration"), icon: <Settings2 size={16} />, onSelect: () => router.push("/admin") }] : []),
        { label: t("signOut"), icon: <LogOut size={16} />, onSelect: () => void signOut("/sign-in") },
      ]}
    />
  );
}
