import Link from "next/link";
import type { ReactNode } from "react";

/** A link within a sentence of these pages. */
export function AuthLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="text-accent underline underline-offset-4">
      {children}
    </Link>
  );
}
