import type { Metadata } from "next";
import { Suspense } from "react";
import { say } from "@/lib/messages/say";
import { SignUpPage } from "../_components/sign-up-page";

export const metadata: Metadata = { title: say("auth.signUp.title") };

export default function Page() {
  return (
    <Suspense>
      <SignUpPage />
    </Suspense>
  );
}
