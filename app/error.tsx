"use client";

import { Button } from "@/lib/ui/button";

export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col items-start justify-center gap-4 px-6">
      <h1 className="font-serif text-5xl">That broke</h1>
      <p className="text-muted">The page met something unexpected. Your work is safe on the server.</p>
      <Button onClick={reset}>Try again</Button>
    </main>
  );
}
