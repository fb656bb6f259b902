"use client";

import { useViewer } from "@boards/client";
import type { ReactNode } from "react";
import { NoWorkspace } from "../no-workspace";
import { useSignInRedirect } from "./use-sign-in-redirect";

/** A page for people of a workspace: everyone else is led to sign-in and back, or is told that no workspace has let them in. */
export function SignInGate({ children }: { children: ReactNode }) {
  const { viewer, account, options } = useViewer();
  const isOutside = viewer === null && Boolean(account);
  const isNobody = viewer === null && !account;
  useSignInRedirect(isNobody);
  if (isOutside) return <NoWorkspace email={account?.email} needsOwner={options?.needsOwner ?? false} />;
  return isNobody ? null : children;
}
