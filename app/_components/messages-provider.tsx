"use client";

import type { ComponentProps, ReactNode } from "react";
import { IntlProvider } from "use-intl";
import { formats } from "@/lib/messages/formats";

type Messages = ComponentProps<typeof IntlProvider>["messages"];

/**
 * The client's half of `Messages`. Times are in the time zone of the machine that renders: show them only after data has loaded in the browser,
 * never in the server's HTML.
 */
export function MessagesProvider({ messages, children }: { messages: Messages; children: ReactNode }) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <IntlProvider locale="en" messages={messages} formats={formats} timeZone={timeZone}>
      {children}
    </IntlProvider>
  );
}
