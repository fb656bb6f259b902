import type { Metadata } from "next";
import { say } from "@/lib/messages/say";
import { ModelsPage } from "./_components/models-page";

export const metadata: Metadata = { title: say("admin.shell.pages.models") };

export default function Page() {
  return <ModelsPage />;
}
