import type { Metadata } from "next";
import { say } from "@/lib/messages/say";
import { ActivityPage } from "./_components/activity-page";

export const metadata: Metadata = { title: say("admin.shell.pages.activity") };

export default function Page() {
  return <ActivityPage />;
}
