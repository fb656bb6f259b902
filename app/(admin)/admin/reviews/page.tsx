import type { Metadata } from "next";
import { say } from "@/lib/messages/say";
import { ReviewsPage } from "./_components/reviews-page";

export const metadata: Metadata = { title: say("admin.shell.pages.reviews") };

export default function Page() {
  return <ReviewsPage />;
}
