"use client";

import { useViewer } from "@boards/client";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { AccountMenu } from "@/app/_components/account-menu";
import { ThemeToggle } from "@/lib/ui/theme-toggle";
import { AdminNavigation } from "./admin-navigation";
import { Loading, LoadProblem } from "./load-states";

/** The frame of every page of the administration. Whoever is no admin learns so here; the server refuses him anyway. */
export function AdminShell({ children }: { children: ReactNode }) {
  const { viewer, isAdmin, isLoading, error, reload } = useViewer();
  return (
    <div className="mx-auto min-h-dvh max-w-6xl px-5 pb-24 sm:px-8">
      <header className="flex items-center justify-between py-5">
        <Link href="/" className="inline-flex items-center gap-2 text-muted text-sm hover:text-ink">
          <ArrowLeft size={16} /> Your boards
        </Link>
        <div className="flex items-center gap-2">
          <ThemeToggle />
          <AccountMenu />
        </div>
      </header>
      {isAdmin ? (
        <div className="grid grid-cols-1 gap-x-12 md:grid-cols-[11rem_minmax(0,1fr)]">
          <AdminNavigation />
          <main className="min-w-0 pt-6 md:pt-4">{children}</main>
        </div>
      ) : (
        <main className="max-w-md pt-10">
          {isLoading && <Loading label="Loading the administration" />}
          {error && !isLoading && <LoadProblem what="The administration" onRetry={reload} />}
          {viewer === null && (
            <Refusal title="Sign in first" text="The administration is for admins." href="/sign-in?callbackUrl=/admin" link="Sign in" />
          )}
          {viewer && (
            <Refusal
              title="For admins"
              text="Providers, generators and spending are set up by the admins and the owner. Ask one of them if something is missing."
              href="/"
              link="To your boards"
            />
          )}
        </main>
      )}
    </div>
  );
}

function Refusal({ title, text, href, link }: { title: string; text: string; href: string; link: string }) {
  return (
    <div className="grid justify-items-start gap-4">
      <h1 className="font-serif text-5xl leading-none">{title}</h1>
      <p className="text-muted">{text}</p>
      <Link href={href} className="rounded-full bg-accent px-5 py-2.5 font-medium text-on-accent text-sm">
        {link}
      </Link>
    </div>
  );
}
