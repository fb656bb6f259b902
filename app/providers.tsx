"use client";

import { BoardsProvider } from "@boards/client";
import { ThemeProvider } from "next-themes";
import { Tooltip } from "radix-ui";
import type { ReactNode } from "react";
import { Toaster } from "sonner";

export function Providers({ nonce, children }: { nonce?: string | undefined; children: ReactNode }) {
  return (
    <ThemeProvider attribute="class" defaultTheme="system" disableTransitionOnChange {...(nonce ? { nonce } : {})}>
      <BoardsProvider>
        <Tooltip.Provider delayDuration={400}>{children}</Tooltip.Provider>
        <Toaster position="top-center" toastOptions={{ className: "!bg-surface !text-ink !border-line !font-sans" }} />
      </BoardsProvider>
    </ThemeProvider>
  );
}
