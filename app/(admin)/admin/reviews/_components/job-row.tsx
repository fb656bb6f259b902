import type { ProviderJobFacts } from "@boards/client";
import { formatTime, formatUsd } from "../../_components/format";
import { StatusWord } from "../../_components/status-word";
import { jobStates } from "./job-states";

/** One job in a line or two; what the provider said and its id are folded up. */
export function JobRow({ job, title, providerTitle }: { job: ProviderJobFacts; title: string; providerTitle: string }) {
  const { tone, word } = jobStates[job.state];
  const { attempt, billedUsd, boardTitle, errorRaw, externalJobId, failoverNote, personName, startedAt } = job;
  const facts = [
    providerTitle,
    personName,
    boardTitle && `on ${boardTitle}`,
    formatTime(startedAt),
    attempt > 1 && `try ${attempt}`,
    billedUsd !== null && `charged ${formatUsd(billedUsd)}`,
  ];
  return (
    <li aria-label={title} className="px-5 py-3">
      <div className="flex items-center justify-between gap-4">
        <p className="min-w-0 truncate font-medium text-sm" title={title}>
          {title}
        </p>
        <StatusWord tone={tone}>{word}</StatusWord>
      </div>
      <p className="mt-0.5 break-words text-muted text-xs">{facts.filter(Boolean).join(" · ")}</p>
      {failoverNote && <p className="mt-0.5 break-words text-muted text-xs">{failoverNote}</p>}
      {(errorRaw || externalJobId) && (
        <details className="mt-1 text-xs">
          <summary className="w-fit cursor-pointer text-muted hover:text-ink">Details</summary>
          <div className="mt-2 grid gap-2">
            {externalJobId && (
              <p className="break-all">
                The provider's id: <code>{externalJobId}</code>
              </p>
            )}
            {errorRaw && <pre className="max-h-40 overflow-auto whitespace-pre-wrap break-words rounded-xl bg-sunken p-3 font-mono">{errorRaw}</pre>}
          </div>
        </details>
      )}
    </li>
  );
}
