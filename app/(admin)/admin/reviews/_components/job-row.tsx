import type { ProviderJobFacts } from "@boards/client";
import { useFormatter, useTranslations } from "use-intl";
import { StatusWord } from "@/app/_components/status-word";
import { useUsd } from "../../_components/use-usd";
import { stateTones } from "./job-states";

/** One job in a line or two; what the provider said and its id are folded up. */
export function JobRow({ job, title, providerTitle }: { job: ProviderJobFacts; title: string; providerTitle: string }) {
  const t = useTranslations("admin.reviews");
  const format = useFormatter();
  const usd = useUsd();
  const { attempt, billedUsd, boardTitle, errorRaw, externalJobId, failoverNote, personName, startedAt, state } = job;
  const facts = [
    providerTitle,
    personName,
    boardTitle && t("recent.board", { board: boardTitle }),
    format.dateTime(new Date(startedAt), "moment"),
    attempt > 1 && t("recent.attempt", { attempt }),
    billedUsd !== null && t("recent.charged", { amount: usd(billedUsd) }),
  ];
  return (
    <li aria-label={title} className="px-5 py-3">
      <div className="flex items-center justify-between gap-4">
        <p className="min-w-0 truncate font-medium text-sm" title={title}>
          {title}
        </p>
        <StatusWord tone={stateTones[state]}>{t(`states.${state}`)}</StatusWord>
      </div>
      <p className="mt-0.5 break-words text-muted text-xs">{facts.filter(Boolean).join(" · ")}</p>
      {failoverNote && <p className="mt-0.5 break-words text-muted text-xs">{failoverNote}</p>}
      {(errorRaw || externalJobId) && (
        <details className="mt-1 text-xs">
          <summary className="w-fit cursor-pointer leading-6 pointer-coarse:leading-11 text-muted hover:text-ink">{t("recent.details")}</summary>
          <div className="mt-2 grid gap-2">
            {externalJobId && <p className="break-all">{t.rich("recent.jobId", { id: externalJobId, code: (id) => <code>{id}</code> })}</p>}
            {errorRaw && <pre className="max-h-40 overflow-auto whitespace-pre-wrap break-words rounded-xl bg-sunken p-3 font-mono">{errorRaw}</pre>}
          </div>
        </details>
      )}
    </li>
  );
}
