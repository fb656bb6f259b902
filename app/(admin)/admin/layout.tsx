import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AdminShell } from "./_components/admin-shell";

export const metadata: Metadata = { title: { default: "Administration", template: "%s · Administration · Boards" } };

export default function Layout({ children }: { children: ReactNode }) {
  return <AdminShell>{children}</AdminShell>;
}
