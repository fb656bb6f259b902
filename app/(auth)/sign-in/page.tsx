import type { Metadata } from "next";
import { Suspense } from "react";
import { say } from "@/lib/messages/say";
import { SignInForm } from "../_components/sign-in-form";

export const metadata: Metadata = { title: say("auth.signIn.title") };

export default function SignInPage() {
  return (
    <Suspense>
      <SignInForm />
    </Suspense>
  );
}
