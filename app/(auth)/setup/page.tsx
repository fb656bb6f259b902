import type { Metadata } from "next";
import { Suspense } from "react";
import { SetupForm } from "../_components/setup-form";

export const metadata: Metadata = { title: "Set up" };

export default function SetupPage() {
  return (
    <Suspense>
      <SetupForm />
    </Suspense>
  );
}
