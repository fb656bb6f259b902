import type { Metadata } from "next";
import { say } from "@/lib/messages/say";
import { PeoplePage } from "./_components/people-page";

export const metadata: Metadata = { title: say("admin.shell.pages.people") };

export default function Page() {
  return <PeoplePage />;
}
