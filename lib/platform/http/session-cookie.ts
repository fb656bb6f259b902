import { env } from "@/lib/platform/env";

/** Whether browsers reach this installation by https, so that its cookies may insist on it. */
export const isSecure = (): boolean => env().baseUrl?.startsWith("https://") ?? false;

/** The cookie that holds a browser's session, as next-auth names it. */
export const sessionCookieName = (): string => (isSecure() ? "__Secure-next-auth.session-token" : "next-auth.session-token");
