import type { ReactNode } from "react";
import { Messages } from "@/app/_components/messages";

export default function Layout({ children }: { children: ReactNode }) {
  return <Messages of={["studio"]}>{children}</Messages>;
}
