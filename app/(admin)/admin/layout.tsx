import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Messages } from "@/app/_components/messages";
import { AdminShell } from "./_components/admin-shell";

export const metadata: Metadata = { title: { default: "Administration", template: "%s · Administration · Boards" } };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <Messages of={["ui", "app", "admin"]}>
      <AdminShell>{children}</AdminShell>
    </Messages>
  );
}
