import type { ReactNode } from "react";
import messages from "@/lib/messages/en.json";
import { MessagesProvider } from "./messages-provider";

type Namespace = keyof typeof messages;

/** Gives components below it these parts of the message catalogue, beside those that a layout above gives: a page is sent the sentences that it may show, each once. */
export function Messages({ of, children }: { of: Namespace[]; children: ReactNode }) {
  return <MessagesProvider messages={Object.fromEntries(of.map((namespace) => [namespace, messages[namespace]]))}>{children}</MessagesProvider>;
}
