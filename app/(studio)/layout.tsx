import type { ReactNode } from "react";
import { Messages } from "@/app/_components/messages";
import { AppShell } from "@/app/_components/shell/app-shell";

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <Messages of={["studio"]}>
      <AppShell>{children}</AppShell>
    </Messages>
  );
}
