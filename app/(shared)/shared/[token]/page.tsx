import type { Metadata } from "next";
import { Suspense } from "react";
import { Messages } from "@/app/_components/messages";
import { SharedBoardPage } from "./_components/shared-board-page";

// Its title is the board's. Who has the link may look; a search engine has it by accident.
export const metadata: Metadata = { title: null, robots: { index: false } };

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return (
    <Messages of={["shared"]}>
      <Suspense>
        <SharedBoardPage token={decodeURIComponent(token)} />
      </Suspense>
    </Messages>
  );
}
