"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";

export default function ErrorPage({ reset }: { reset: () => void }) {
  const t = useTranslations("app.error");
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col items-start justify-center gap-4 px-6">
      <h1 className="font-serif text-5xl">{t("title")}</h1>
      <p className="text-muted">{t("text")}</p>
      <Button onClick={reset}>{t("retry")}</Button>
    </main>
  );
}
