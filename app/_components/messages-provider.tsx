"use client";

import { type ComponentProps, createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from "react";
import { IntlProvider } from "use-intl";
import { formats } from "@/lib/messages/formats";

type Messages = NonNullable<ComponentProps<typeof IntlProvider>["messages"]>;

const never = () => () => undefined;
const ownTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
// The server does not know the viewer's zone: the browser takes over what it rendered, and then shows times in its own.
const serverTimeZone = () => "UTC";

const Above = createContext<Messages>({});

/** The client's half of `Messages`: its sentences beside those of the layouts above, and times in the viewer's own zone. */
export function MessagesProvider({ messages: own, children }: { messages: Messages; children: ReactNode }) {
  const above = useContext(Above);
  const messages = useMemo(() => ({ ...above, ...own }), [above, own]);
  const timeZone = useSyncExternalStore(never, ownTimeZone, serverTimeZone);
  return (
    <Above value={messages}>
      <IntlProvider locale="en" messages={messages} formats={formats} timeZone={timeZone}>
        {children}
      </IntlProvider>
    </Above>
  );
}
