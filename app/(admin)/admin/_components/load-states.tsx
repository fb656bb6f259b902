import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";

/** The place of what is still loading. */
export function Loading({ label }: { label: string }) {
  return <div role="status" aria-label={label} className="h-56 animate-shimmer rounded-2xl bg-loading" />;
}

/** Says what could not be loaded, and tries again. */
export function LoadProblem({ title, onRetry }: { title: string; onRetry: () => unknown }) {
  const t = useTranslations("admin.loadProblem");
  return (
    <div role="alert" className="rounded-2xl border bg-surface p-8">
      <p className="font-medium">{title}</p>
      <p className="mt-1 mb-5 text-muted text-sm">{t("text")}</p>
      <Button look="quiet" onClick={() => onRetry()}>
        {t("retry")}
      </Button>
    </div>
  );
}

/** Says that there is nothing, and what would be here. */
export function Empty({ title, text }: { title: string; text: ReactNode }) {
  return (
    <div className="rounded-2xl border border-dashed bg-surface/60 px-6 py-10 text-center">
      <p className="font-serif text-2xl">{title}</p>
      <p className="mx-auto mt-2 max-w-md text-balance text-muted text-sm">{text}</p>
    </div>
  );
}
