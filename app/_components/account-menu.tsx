"use client";

import { useMemberships, useSession, useSwitchTenant, useViewer } from "@boards/client";
import { ArrowLeftRight, LogOut, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { Menu } from "@/lib/ui/menu";
import { toast } from "@/lib/ui/toast";
import { useErrorWords } from "./describe-error";
import { entryLook } from "./shell/entry-look";

/** Who is signed in and in which workspace, the way to the others, and the way out. Nothing where everyone is the owner of this machine. */
export function AccountMenu() {
  const t = useTranslations("app.account");
  const { describeError } = useErrorWords();
  const { signOut } = useSession();
  const { viewer, account, canSignIn } = useViewer();
  const switchTenant = useSwitchTenant();
  const memberships = useMemberships() ?? [];
  const router = useRouter();
  if (!canSignIn || (!viewer && !account)) return null;
  const name = viewer?.displayName ?? account?.email ?? t("unnamed");
  const workspace = memberships.find(({ isCurrent }) => isCurrent)?.name;
  const others = memberships.filter(({ isCurrent, awaitsApproval }) => !isCurrent && !awaitsApproval);
  const enter = (tenantId: string) =>
    switchTenant(tenantId)
      // Everything on the page is of the workspace that was left.
      .then(() => window.location.assign("/"))
      .catch((problem) => toast.error(describeError(problem).message));
  return (
    <Menu
      trigger={
        <button type="button" className={entryLook}>
          <span aria-hidden className="grid size-7 place-items-center rounded-full bg-accent font-medium text-on-accent text-sm uppercase">
            {name.slice(0, 1)}
          </span>
          <span aria-hidden>{t("account")}</span>
          <span className="sr-only">{t("menu", { name })}</span>
        </button>
      }
      heading={
        <>
          <span className="block truncate font-medium">{name}</span>
          {account?.email && account.email !== name && <span className="block truncate text-muted">{account.email}</span>}
          {workspace && <span className="block truncate text-muted">{t("workspace", { name: workspace })}</span>}
        </>
      }
      items={[
        { label: t("settings"), icon: <UserRound size={16} />, onSelect: () => router.push("/account") },
        ...others.map(({ tenantId, name }) => ({
          label: t("switchTo", { name }),
          icon: <ArrowLeftRight size={16} />,
          onSelect: () => void enter(tenantId),
        })),
        { label: t("signOut"), icon: <LogOut size={16} />, onSelect: () => void signOut("/sign-in") },
      ]}
    />
  );
}
