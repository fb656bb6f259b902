import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Messages } from "@/app/_components/messages";
import { AppShell } from "@/app/_components/shell/app-shell";
import { say } from "@/lib/messages/say";
import { AdminShell } from "./_components/admin-shell";

const title = say("admin.shell.title");

export const metadata: Metadata = { title: { default: title, template: `%s · ${title} · Boards` } };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <Messages of={["admin"]}>
      <AppShell>
        <AdminShell>{children}</AdminShell>
      </AppShell>
    </Messages>
  );
}
