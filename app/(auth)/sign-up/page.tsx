import type { Metadata } from "next";
import { Suspense } from "react";
import { say } from "@/lib/messages/say";
import { SignUpForm } from "../_components/sign-up-form";

export const metadata: Metadata = { title: say("auth.signUp.title") };

export default function SignUpPage() {
  return (
    <Suspense>
      <SignUpForm />
    </Suspense>
  );
}
