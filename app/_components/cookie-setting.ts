"use client";

import { type Context, createContext, useContext, useSyncExternalStore } from "react";

const keptSeconds = 365 * 86_400;

interface CookieFormat<Value> {
  name: string;
  /** The value that a text tells; what is none of this format is as if nothing was remembered. */
  read: (text: string | undefined) => Value;
  /** The text of a value, in the characters that a cookie may have. */
  write: (value: Value) => string;
}

/** A setting that a browser remembers in a cookie, so that the server knows it for the first rendering. */
export interface CookieSetting<Value> {
  /** Gives a page the value that came with its request. */
  First: Context<Value>;
  now: () => Value;
  change: (changes: Partial<Value>) => void;
  subscribe: (listener: () => void) => () => void;
}

/** Defines such a setting. */
export function cookieSetting<Value extends object>({ name, read, write }: CookieFormat<Value>): CookieSetting<Value> {
  const listeners = new Set<() => void>();
  const First = createContext<Value>(read(undefined));
  // Read once: browsers are slow to tell cookies, and components ask at each rendering.
  let known: Value | undefined;

  const now = (): Value => {
    known ??= read(
      document.cookie
        .split("; ")
        .find((cookie) => cookie.startsWith(`${name}=`))
        ?.slice(name.length + 1),
    );
    return known;
  };
  const change = (changes: Partial<Value>): void => {
    known = { ...now(), ...changes };
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API, which the rule suggests, is missing in plain HTTP and answers later
    document.cookie = `${name}=${write(known)}; path=/; max-age=${keptSeconds}; samesite=lax`;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { First, now, change, subscribe };
}

/** The setting as this browser remembers it. */
export function useCookieSetting<Value>({ First, now, subscribe }: CookieSetting<Value>): Value {
  const first = useContext(First);
  return useSyncExternalStore(subscribe, now, () => first);
}
