import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { StatusWord } from "@/app/_components/status-word";

interface PersonRowProps {
  person: { displayName?: string | null; email?: string | null; disabledAt?: string | null };
  isSelf: boolean;
  /** What stands at the end of the row. */
  children: ReactNode;
}

/** Someone who is on a board, in a list. Admins see whether they are disabled in the workspace. */
export function PersonRow({ person: { displayName, email, disabledAt }, isSelf, children }: PersonRowProps) {
  const t = useTranslations("studio.share");
  const name = displayName ?? email ?? t("unnamed");
  return (
    <li className="flex min-h-14 items-center gap-3 py-1.5 pr-2 pl-4">
      <div className="min-w-0 grow">
        <p className="wrap-anywhere font-medium text-sm sm:truncate">{isSelf ? t("self", { name }) : name}</p>
        {email && email !== name && <p className="wrap-anywhere text-muted text-xs sm:truncate">{email}</p>}
        {disabledAt && <StatusWord tone="bad">{t("disabled")}</StatusWord>}
      </div>
      {children}
    </li>
  );
}
