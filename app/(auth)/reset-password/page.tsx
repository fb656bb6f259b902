import type { Metadata } from "next";
import { Suspense } from "react";
import { say } from "@/lib/messages/say";
import { ResetPasswordForm } from "../_components/reset-password-form";

export const metadata: Metadata = { title: say("auth.resetPassword.title") };

export default function ResetPasswordPage() {
  return (
    <Suspense>
      <ResetPasswordForm />
    </Suspense>
  );
}
