import { viewerQuestion } from "@boards/client/page-questions";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { say } from "@/lib/messages/say";
import { answersForPage } from "./_components/answers-for-page";
import { Messages } from "./_components/messages";
import { Providers } from "./providers";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Boards", template: "%s · Boards" },
  description: say("app.description"),
};

// A phone's keyboard makes the page smaller, so that what stands at its bottom stays above it.
export const viewport: Viewport = { viewportFit: "cover", interactiveWidget: "resizes-content" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Pages are rendered for each request, since their scripts carry its nonce (proxy.ts).
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const answers = await answersForPage([viewerQuestion()]);
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <Messages of={["ui", "app"]}>
          <Providers nonce={nonce} answers={answers}>
            {children}
          </Providers>
        </Messages>
      </body>
    </html>
  );
}
