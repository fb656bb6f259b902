"use client";

import { useInsertionEffect } from "react";
import { useBoardsServer } from "./server/boards-server.ts";
import type { PageAnswer } from "./server/page-answers.ts";

/** Takes the answers that came with a page from its own server: the hooks of the page ask for the rest. */
export function usePageAnswers(answers: readonly PageAnswer[]): void {
  const { pageAnswers } = useBoardsServer();
  // Before any hook of the page asks, which is in its effects.
  useInsertionEffect(() => pageAnswers.expect(answers), [pageAnswers, answers]);
}
