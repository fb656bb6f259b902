"use client";

import { type ComponentProps, type ReactNode, useSyncExternalStore } from "react";
import { IntlProvider } from "use-intl";
import { formats } from "@/lib/messages/formats";

type Messages = ComponentProps<typeof IntlProvider>["messages"];

const never = () => () => undefined;
const ownTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
// The server does not know the viewer's zone: the browser takes over what it rendered, and then shows times in its own.
const serverTimeZone = () => "UTC";

/** The client's half of `Messages`: sentences, and times in the viewer's own zone. */
export function MessagesProvider({ messages, children }: { messages: Messages; children: ReactNode }) {
  const timeZone = useSyncExternalStore(never, ownTimeZone, serverTimeZone);
  return (
    <IntlProvider locale="en" messages={messages} formats={formats} timeZone={timeZone}>
      {children}
    </IntlProvider>
  );
}
