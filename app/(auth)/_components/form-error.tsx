"use client";

import { useEffect, useRef } from "react";

/** What went wrong with a form as a whole. The focus goes there, so that it is heard and the next Tab leads into the form. */
export function FormError({ children }: { children: string | null }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (children) place.current?.focus();
  }, [children]);
  if (!children) return null;
  return (
    <p ref={place} role="alert" tabIndex={-1} className="rounded-xl border border-danger/40 bg-danger/10 px-4 py-3 text-danger text-sm">
      {children}
    </p>
  );
}
