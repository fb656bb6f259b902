import type { Metadata } from "next";
import { Suspense } from "react";
import { say } from "@/lib/messages/say";
import { SetupForm } from "../_components/setup-form";

export const metadata: Metadata = { title: say("auth.setup.pageTitle") };

export default function SetupPage() {
  return (
    <Suspense>
      <SetupForm />
    </Suspense>
  );
}
