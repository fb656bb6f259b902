"use client";

import type { ComponentProps, ReactNode } from "react";
import { IntlProvider } from "use-intl";

type Messages = ComponentProps<typeof IntlProvider>["messages"];

/** The client's half of `Messages`. */
export function MessagesProvider({ messages, children }: { messages: Messages; children: ReactNode }) {
  return (
    <IntlProvider locale="en" messages={messages}>
      {children}
    </IntlProvider>
  );
}
