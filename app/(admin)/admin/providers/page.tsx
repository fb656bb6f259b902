import type { Metadata } from "next";
import { say } from "@/lib/messages/say";
import { ProvidersPage } from "./_components/providers-page";

export const metadata: Metadata = { title: say("admin.shell.pages.providers") };

export default function Page() {
  return <ProvidersPage />;
}
