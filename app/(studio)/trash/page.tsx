import type { Metadata } from "next";
import { say } from "@/lib/messages/say";
import { TrashPage } from "./_components/trash-page";

export const metadata: Metadata = { title: say("studio.trash.title") };

export default function Page() {
  return <TrashPage />;
}
