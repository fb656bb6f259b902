"use client";

import { BoardsProvider, type PageAnswer } from "@boards/client";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { LayersAtRest } from "@/lib/ui/layers-at-rest";
import { useFocusKeeper } from "@/lib/ui/use-focus-keeper";

interface ProvidersProps {
  nonce?: string | undefined;
  /** What the server has answered already. */
  answers: readonly PageAnswer[];
  children: ReactNode;
}

export function Providers({ nonce, answers, children }: ProvidersProps) {
  useFocusKeeper();
  return (
    <ThemeProvider attribute="class" defaultTheme="system" disableTransitionOnChange {...(nonce ? { nonce } : {})}>
      <BoardsProvider answers={answers}>
        {children}
        <LayersAtRest />
      </BoardsProvider>
    </ThemeProvider>
  );
}
