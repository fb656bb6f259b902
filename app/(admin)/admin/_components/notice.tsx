import type { ReactNode } from "react";

/** Something to know about a whole page. */
export function Notice({ children }: { children: ReactNode }) {
  return <p className="rounded-2xl border border-dashed bg-surface/60 px-5 py-4 text-sm">{children}</p>;
}
