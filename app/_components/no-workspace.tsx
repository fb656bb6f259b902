"use client";

import { useMemberships, useSession } from "@boards/client";
import { Button } from "@/lib/ui/button";

interface NoWorkspaceProps {
  /** The address by which the person is signed in. */
  email: string | null | undefined;
  /** Whether the installation still waits for its owner. */
  needsOwner: boolean;
}

/** What someone sees who is signed in and whom no workspace has let in: why, and what to do. */
export function NoWorkspace({ email, needsOwner }: NoWorkspaceProps) {
  const { signOut } = useSession();
  const waiting = useMemberships()?.filter(({ awaitsApproval }) => awaitsApproval) ?? [];
  return (
    <main className="grid max-w-md justify-items-start gap-5 pt-10 sm:pt-16">
      <h1 className="font-serif text-5xl leading-none">{waiting.length > 0 ? "Almost there" : "No workspace yet"}</h1>
      <p className="wrap-anywhere text-muted">
        You are signed in{email ? ` as ${email}` : ""}.{" "}
        {waiting.length > 0
          ? `${waiting.map(({ name }) => name).join(", ")} is waiting for approval by an admin.`
          : "Ask an admin for an invitation to this address, then open its link."}
      </p>
      {needsOwner && (
        <p className="text-muted">
          Nobody owns this installation yet. If you run it,{" "}
          <a href="/setup" className="text-accent underline underline-offset-4">
            set it up
          </a>
          .
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => window.location.reload()}>Check again</Button>
        <Button look="quiet" onClick={() => void signOut("/sign-in")}>
          Sign out
        </Button>
      </div>
    </main>
  );
}
