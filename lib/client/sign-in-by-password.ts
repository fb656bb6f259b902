import { getCsrfToken } from "next-auth/react";
import { explainSignIn } from "@/lib/identity/sign-in/sign-in-errors";

/** Signs this browser in. Answers null when that worked, otherwise a sentence that says why not. */
export async function signInByPassword(given: { email: string; password: string }): Promise<string | null> {
  try {
    const csrfToken = (await getCsrfToken()) ?? "";
    // next-auth's own function loses when to try again.
    const answer = await fetch("/api/auth/callback/password", { method: "POST", body: new URLSearchParams({ ...given, csrfToken, json: "true" }) });
    const { url } = (await answer.json()) as { url: string };
    const error = new URL(url, window.location.href).searchParams.get("error");
    if (answer.ok && !error && !url.includes("csrf=true")) return null;
    const retryAfter = Number(answer.headers.get("retry-after"));
    return explainSignIn(answer.status === 429 ? "request.rate_limited" : (error ?? "unknown"), retryAfter || null);
  } catch {
    return "The server cannot be reached. Check that it runs, and try again.";
  }
}
