import { tokenFor } from "@/lib/platform/caller/signed-token";
import { env } from "@/lib/platform/env";
import type { Invitation } from "@/prisma/generated/client";

/** Where an invitation is accepted, for the inviter to pass on. It names the address that it is for, and is worth nothing to any other. */
export function invitationLink({ id, email }: Pick<Invitation, "id" | "email">): string {
  const parameters = new URLSearchParams({ invitation: tokenFor("invitation", id), email });
  return `${env().baseUrl ?? ""}/sign-up?${parameters}`;
}
