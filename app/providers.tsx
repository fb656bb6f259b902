"use client";

import { BoardsProvider } from "@boards/client";
import { ThemeProvider } from "next-themes";
import { Tooltip } from "radix-ui";
import type { ReactNode } from "react";
import { Toaster } from "sonner";
import { useMediaQuery } from "@/lib/ui/use-media-query";

export function Providers({ nonce, children }: { nonce?: string | undefined; children: ReactNode }) {
  // A pointer that rests on messages lays them out; a finger has nothing to rest, and an Undo would lie beneath the next message.
  const laysOutMessages = useMediaQuery("(pointer: coarse)");
  return (
    <ThemeProvider attribute="class" defaultTheme="system" disableTransitionOnChange {...(nonce ? { nonce } : {})}>
      <BoardsProvider>
        <Tooltip.Provider delayDuration={400}>{children}</Tooltip.Provider>
        <Toaster position="top-center" expand={laysOutMessages} toastOptions={{ className: "!bg-surface !text-ink !border-line !font-sans" }} />
      </BoardsProvider>
    </ThemeProvider>
  );
}
