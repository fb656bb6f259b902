"use client";

import { LogOut, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { signOut } from "next-auth/react";
import { useViewer } from "@/lib/client/use-viewer";
import { Menu } from "@/lib/ui/menu";

/** Who is signed in, and the way out. Nothing where everybody is the owner of this machine. */
export function AccountMenu() {
  const { viewer, canSignIn } = useViewer();
  const router = useRouter();
  if (!canSignIn) return null;
  if (!viewer)
    return (
      <a href="/sign-in" className="rounded-full px-4 py-2 font-medium text-sm hover:bg-ink/10">
        Sign in
      </a>
    );
  const name = viewer.displayName ?? viewer.email ?? "Account";
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`Account of ${name}`}
          className="grid size-9 place-items-center rounded-full bg-accent font-medium text-on-accent text-sm uppercase"
        >
          {name.slice(0, 1)}
        </button>
      }
      items={[
        { label: "Account", icon: <UserRound size={16} />, onSelect: () => router.push("/account") },
        { label: `Sign out ${name}`, icon: <LogOut size={16} />, onSelect: () => void signOut({ callbackUrl: "/sign-in" }) },
      ]}
    />
  );
}
