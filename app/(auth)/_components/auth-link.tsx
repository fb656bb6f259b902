import Link from "next/link";
import type { ReactNode } from "react";

/** A link within a sentence of these pages, or for itself, where a finger meets it in the room around, too. */
export function AuthLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="relative whitespace-nowrap text-accent underline underline-offset-4 pointer-coarse:before:absolute pointer-coarse:before:-inset-x-1 pointer-coarse:before:-inset-y-3.5"
    >
      {children}
    </Link>
  );
}
