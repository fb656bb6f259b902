import type { Metadata } from "next";
import { say } from "@/lib/messages/say";
import { AccountPage } from "./_components/account-page";

export const metadata: Metadata = { title: say("studio.account.title") };

export default function Page() {
  return <AccountPage />;
}
