import type { ProviderJobFacts } from "@boards/client";
import { useFormatter, useTranslations } from "use-intl";
import { StatusWord } from "@/app/_components/status-word";
import { Button } from "@/lib/ui/button";
import { ExternalLink } from "@/lib/ui/external-link";
import { stateTones } from "./job-states";
import { type Action, actions } from "./review-dialog";

interface ReviewCardProps {
  job: ProviderJobFacts;
  title: string;
  provider: { title: string; website: string | null };
  onDecide: (action: Action) => void;
}

/** A job to decide about: all that helps to find it in the provider's list, and the three ways on. */
export function ReviewCard({ job, title, provider, onDecide }: ReviewCardProps) {
  const t = useTranslations("admin.reviews");
  const format = useFormatter();
  const facts = [
    [t("card.provider"), provider.title],
    [t("card.sent"), format.dateTime(new Date(job.startedAt), "moment")],
    [t("card.person"), job.personName ?? t("card.noPerson")],
    [t("card.board"), job.boardTitle ?? t("card.noBoard")],
    [t("card.attempt"), format.number(job.attempt)],
  ];
  return (
    <li aria-label={t("card.label", { title, provider: provider.title })} className="rounded-2xl border bg-surface p-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{title}</span>
        <StatusWord tone={stateTones[job.state]}>{t(`states.${job.state}`)}</StatusWord>
      </p>
      <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-3 text-sm sm:flex sm:flex-wrap sm:gap-x-10">
        {facts.map(([name, value]) => (
          <div key={name} className="min-w-0">
            <dt className="text-muted text-xs">{name}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {job.errorRaw && (
        <figure className="mt-4">
          <figcaption className="text-muted text-xs">{t("card.message")}</figcaption>
          <pre className="mt-1 max-h-40 overflow-auto whitespace-pre-wrap break-words rounded-xl bg-sunken p-3 font-mono text-xs">{job.errorRaw}</pre>
        </figure>
      )}
      {job.state === "UNKNOWN" && <p className="mt-4 text-muted text-sm">{t("card.looking")}</p>}
      <div className="mt-5 flex flex-wrap items-center gap-2">
        {actions.map((each) => {
          const action = t(`decisions.${each}.action`);
          return (
            <Button key={each} look="quiet" aria-label={t("decisions.label", { action, title })} onClick={() => onDecide(each)}>
              {action}
            </Button>
          );
        })}
        {provider.website && (
          <ExternalLink href={provider.website} className="sm:ml-1">
            {t("card.open", { provider: provider.title })}
          </ExternalLink>
        )}
      </div>
    </li>
  );
}
