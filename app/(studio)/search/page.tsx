import type { Metadata } from "next";
import { Suspense } from "react";
import { say } from "@/lib/messages/say";
import { SearchPage } from "./_components/search-page";

export const metadata: Metadata = { title: say("studio.search.title") };

export default function Page() {
  return (
    <Suspense>
      <SearchPage />
    </Suspense>
  );
}
