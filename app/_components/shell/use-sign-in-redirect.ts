"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** The sign-in page that leads back to where one is now: path, query and hash. */
function signInAddress(): string {
  const { pathname, search, hash } = window.location;
  const here = `${pathname}${search}${hash}`;
  return here === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ callbackUrl: here })}`;
}

/** Leads to sign-in, and from there back here, while `isNeeded`. */
export function useSignInRedirect(isNeeded: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (isNeeded) router.replace(signInAddress());
  }, [isNeeded, router]);
}

/** A function that goes to sign-in, and from there back here. */
export function useSignIn(): () => void {
  const router = useRouter();
  return () => router.push(signInAddress());
}
