import clsx from "clsx";
import { ExternalLink as Arrow } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

/** A link to another site, in a new tab. */
export function ExternalLink({ href, className, children }: { href: string; className?: string; children: ReactNode }) {
  const t = useTranslations("ui.link");
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className={clsx("inline-flex items-center gap-1 text-accent text-sm underline-offset-4 hover:underline pointer-coarse:min-h-11", className)}
    >
      <span>{children}</span> <Arrow size={13} aria-hidden />
      <span className="sr-only"> {t("newTab")}</span>
    </a>
  );
}
