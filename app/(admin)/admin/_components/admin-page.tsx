import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type messages from "@/lib/messages/en.json";

/** The pages of the navigation. */
export type AdminPageName = keyof typeof messages.admin.shell.pages;

/** An admin page under its heading. */
export function AdminPage({ page, text, children }: { page: AdminPageName; text: string; children: ReactNode }) {
  const t = useTranslations("admin.shell.pages");
  return (
    <div className="grid grid-cols-1 gap-8">
      <div>
        <h1 className="font-serif text-5xl leading-none sm:text-6xl">{t(page)}</h1>
        <p className="mt-4 max-w-2xl text-muted">{text}</p>
      </div>
      {children}
    </div>
  );
}

interface SectionProps {
  title: string;
  text?: string;
  actions?: ReactNode;
  children?: ReactNode;
}

/** A part of a page with a heading of its own. */
export function AdminSection({ title, text, actions, children }: SectionProps) {
  return (
    <section aria-label={title} className="grid grid-cols-1 gap-5 border-t pt-6">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h2 className="font-serif text-2xl">{title}</h2>
          {text && <p className="mt-1 max-w-2xl text-muted text-sm">{text}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
