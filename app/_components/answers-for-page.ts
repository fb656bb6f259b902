import type { PageAnswer, PageQuestion } from "@boards/client";
import { headers } from "next/headers";
import { answerForPage } from "@/lib/api/page-answers";

/** Begins to answer what a page will ask, for whoever asked for the page; the page does not wait for it. */
export async function answersForPage(questions: readonly PageQuestion[]): Promise<PageAnswer[]> {
  const asked = await headers();
  return questions.map(({ key, body }) => ({ key, answer: answerForPage(body, asked) }));
}
