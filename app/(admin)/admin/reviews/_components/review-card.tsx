import type { ProviderJobFacts } from "@boards/client";
import { ExternalLink } from "lucide-react";
import { Button } from "@/lib/ui/button";
import { formatTime } from "../../_components/format";
import { StatusWord } from "../../_components/status-word";
import { jobStates } from "./job-states";
import { type Action, decisions } from "./review-dialog";

interface ReviewCardProps {
  job: ProviderJobFacts;
  title: string;
  provider: { title: string; website: string | null };
  onDecide: (action: Action) => void;
}

/** A job to decide about: all that helps to find it in the provider's list, and the three ways on. */
export function ReviewCard({ job, title, provider, onDecide }: ReviewCardProps) {
  const { tone, word } = jobStates[job.state];
  const facts = [
    ["Provider", provider.title],
    ["Sent", formatTime(job.startedAt)],
    ["By", job.personName ?? "somebody who is gone"],
    ["Board", job.boardTitle ?? "a board that is gone"],
    ["Try", String(job.attempt)],
  ];
  return (
    <li aria-label={`${title} at ${provider.title}`} className="rounded-2xl border bg-surface p-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{title}</span>
        <StatusWord tone={tone}>{word}</StatusWord>
      </p>
      <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-3 text-sm sm:grid-cols-[repeat(5,auto)] sm:justify-start sm:gap-x-10">
        {facts.map(([name, value]) => (
          <div key={name} className="min-w-0">
            <dt className="text-muted text-xs">{name}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {job.errorRaw && (
        <figure className="mt-4">
          <figcaption className="text-muted text-xs">What was heard, word for word</figcaption>
          <pre className="mt-1 max-h-40 overflow-auto whitespace-pre-wrap break-words rounded-xl bg-sunken p-3 font-mono text-xs">{job.errorRaw}</pre>
        </figure>
      )}
      {job.state === "UNKNOWN" && <p className="mt-4 text-muted text-sm">Boards is still looking for it by itself. You can decide already.</p>}
      <div className="mt-5 flex flex-wrap items-center gap-2">
        {(Object.keys(decisions) as Action[]).map((action) => (
          <Button key={action} look="quiet" aria-label={`${decisions[action].label}: ${title}`} onClick={() => onDecide(action)}>
            {decisions[action].label}
          </Button>
        ))}
        {provider.website && (
          <a
            href={provider.website}
            target="_blank"
            rel="noreferrer"
            className="ml-1 inline-flex items-center gap-1 text-accent text-sm underline-offset-4 hover:underline"
          >
            Look at {provider.title} <ExternalLink size={13} aria-hidden />
            <span className="sr-only"> (in a new window)</span>
          </a>
        )}
      </div>
    </li>
  );
}
