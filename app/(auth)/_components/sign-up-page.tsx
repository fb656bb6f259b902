"use client";

import { useSearchParams } from "next/navigation";
import { InvitationPage } from "./invitation-page";
import { SignUpForm } from "./sign-up-form";

/** Where the link of an invitation leads, and the setup of a new installation. */
export function SignUpPage() {
  const token = useSearchParams().get("invitation");
  return token ? <InvitationPage token={token} /> : <SignUpForm invitation={null} onEnter={async () => "/"} />;
}
