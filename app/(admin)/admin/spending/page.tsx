import type { Metadata } from "next";
import { say } from "@/lib/messages/say";
import { SpendingPage } from "./_components/spending-page";

export const metadata: Metadata = { title: say("admin.shell.pages.spending") };

export default function Page() {
  return <SpendingPage />;
}
