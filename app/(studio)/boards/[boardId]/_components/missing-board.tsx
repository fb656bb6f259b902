"use client";

import Link from "next/link";
import { notFound } from "next/navigation";
import { useTranslations } from "use-intl";
import { SignInGate } from "@/app/_components/shell/sign-in-gate";

/** In place of a board that is not there: one that was, until a moment ago, or one that never was, which strangers may see once they have signed in. */
export function MissingBoard({ wasThere }: { wasThere: boolean }) {
  const t = useTranslations("studio.boardGone");
  if (!wasThere)
    return (
      <SignInGate>
        <NotFound />
      </SignInGate>
    );
  return (
    <div role="alert" className="m-auto grid max-w-md justify-items-start gap-4 px-6">
      <h1 className="font-serif text-4xl leading-tight">{t("title")}</h1>
      <p className="text-muted">{t("text")}</p>
      <Link href="/" className="rounded-full bg-accent px-5 py-3 font-medium text-on-accent text-sm hover:bg-accent-strong">
        {t("link")}
      </Link>
    </div>
  );
}

function NotFound(): never {
  notFound();
}
