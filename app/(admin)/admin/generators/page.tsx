import type { Metadata } from "next";
import { say } from "@/lib/messages/say";
import { GeneratorsPage } from "./_components/generators-page";

export const metadata: Metadata = { title: say("admin.shell.pages.generators") };

export default function Page() {
  return <GeneratorsPage />;
}
