"use client";

import { useSharedBoard, useViewer } from "@boards/client";
import clsx from "clsx";
import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ConnectionBanner } from "@/app/_components/shell/connection-banner";
import { useViewed } from "@/app/_components/use-viewed";
import { FoldedText } from "@/lib/ui/folded-text";
import { SharedTile } from "./shared-tile";
import { SharedViewer } from "./shared-viewer";

const listedAtMost = 200;
/** A title of more letters is set smaller, so that results are in sight below it on a phone. */
const longTitle = 60;

/** What the holder of a share link sees, without an account: the board's results, and how they were made where the link shows that. */
export function SharedBoardPage({ token }: { token: string }) {
  const t = useTranslations("shared");
  const { board, error, renew } = useSharedBoard(token);
  const [viewedId, view] = useViewed();
  const results = board?.generations ?? [];
  if (board === null)
    return (
      <Frame>
        <title>{`${t("title")} · Boards`}</title>
        <div className="m-auto grid max-w-md justify-items-start gap-4">
          <h1 className="text-balance font-serif text-5xl leading-none">{t("closedTitle")}</h1>
          <p className="text-muted">{t("closedText")}</p>
        </div>
      </Frame>
    );
  return (
    <Frame>
      <title>{`${board?.title ?? t("title")} · Boards`}</title>
      {!board && !error && <div role="status" aria-label={t("loading")} className="h-72 animate-shimmer rounded-2xl bg-loading" />}
      {!board && error && (
        <p role="alert" className="rounded-2xl border bg-surface p-8">
          {t("loadFailed")}
        </p>
      )}
      {board && (
        <>
          <h1
            className={clsx(
              "wrap-anywhere text-balance font-serif leading-none",
              board.title.length > longTitle ? "text-3xl sm:text-5xl" : "text-5xl sm:text-6xl",
            )}
          >
            {board.title}
          </h1>
          {board.description && (
            <div className="mt-4 max-w-2xl text-muted">
              <FoldedText text={board.description} words={{ more: t("showAll"), less: t("showLess") }} />
            </div>
          )}
          <Facts
            facts={[
              board.ownerName ? t("sharedBy", { name: board.ownerName }) : "",
              results.length < listedAtMost ? t("results", { count: results.length }) : t("newest", { count: String(results.length) }),
              board.expiresAt ? t("expires", { when: new Date(board.expiresAt) }) : "",
            ]}
          />
          {results.length === 0 && <p className="py-16 text-center font-serif text-3xl">{t("empty")}</p>}
          <ul aria-label={t("list")} className="flex flex-wrap gap-3 after:grow-[9999] after:content-['']">
            {results.map((result) => (
              <SharedTile key={result.id} result={result} onOpen={() => view(result.id)} />
            ))}
          </ul>
          {viewedId && <SharedViewer id={viewedId} results={results} showsRecipe={board.showsRecipe} renew={renew} onView={view} />}
        </>
      )}
    </Frame>
  );
}

/** What is known of a board; a fact that fits on one line is not broken over two. */
function Facts({ facts }: { facts: string[] }) {
  const known = facts.filter(Boolean);
  return (
    <p className="mt-4 mb-8 text-muted text-sm">
      {known.map((fact, place) => (
        <Fragment key={fact}>
          <span className="inline-block">{place < known.length - 1 ? `${fact} ·` : fact}</span>{" "}
        </Fragment>
      ))}
    </p>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const t = useTranslations("shared");
  const { viewer, canSignIn } = useViewer();
  return (
    <div className="flex min-h-dvh flex-col">
      <ConnectionBanner />
      <header className="flex items-center justify-between border-b px-5 py-3 sm:px-8">
        <span className="font-serif text-2xl">Boards</span>
        {(viewer || canSignIn) && (
          <Link
            href={viewer ? "/" : "/sign-in"}
            className="flex h-10 items-center rounded-full border bg-surface px-5 font-medium text-sm hover:bg-sunken pointer-coarse:h-11"
          >
            {viewer ? t("open") : t("signIn")}
          </Link>
        )}
      </header>
      <main className="mx-auto flex w-full max-w-[100rem] grow flex-col px-5 pt-8 pb-16 sm:px-8">{children}</main>
    </div>
  );
}
