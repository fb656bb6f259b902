"use client";

import { useViewer } from "@boards/client";
import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { SignInGate } from "@/app/_components/shell/sign-in-gate";
import { AdminNavigation } from "./admin-navigation";
import { Loading, LoadProblem } from "./load-states";

/** The frame of every admin page. People who are no admins see a notice; the server refuses them anyway. */
export function AdminShell({ children }: { children: ReactNode }) {
  const t = useTranslations("admin.shell");
  const { viewer, isAdmin, isLoading, error, reload } = useViewer();
  return (
    <div className="mx-auto w-full max-w-[90rem] px-5 pt-4 pb-24 sm:px-8">
      <SignInGate>
        {isAdmin ? (
          <div className="grid grid-cols-1 gap-x-12 md:grid-cols-[11rem_minmax(0,1fr)]">
            <AdminNavigation />
            <div className="min-w-0 pt-6 md:pt-4">{children}</div>
          </div>
        ) : (
          <div className="max-w-md pt-10">
            {isLoading && <Loading label={t("loading")} />}
            {error && !isLoading && <LoadProblem title={t("loadProblem")} onRetry={reload} />}
            {viewer && <AdminsOnly />}
          </div>
        )}
      </SignInGate>
    </div>
  );
}

function AdminsOnly() {
  const t = useTranslations("admin.shell.adminsOnly");
  return (
    <div className="grid justify-items-start gap-4">
      <h1 className="font-serif text-5xl leading-none">{t("title")}</h1>
      <p className="text-muted">{t("text")}</p>
      <Link href="/" className="rounded-full bg-accent px-5 py-2.5 font-medium text-on-accent text-sm">
        {t("link")}
      </Link>
    </div>
  );
}
