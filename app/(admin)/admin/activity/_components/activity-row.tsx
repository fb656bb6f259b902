import type { AuditEntry } from "@boards/client";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";
import { StatusWord, type Tone } from "@/app/_components/status-word";
import { useActivityWords } from "./activity-words";

const tones: Record<string, Tone> = { ok: "good", begun: "busy" };

/** Their name, else their e-mail address, else their id. */
export const nameOf = ({ displayName, email, id }: NonNullable<AuditEntry["user"]>) => displayName || email || id;

/** One thing that was done or tried; what it was asked with stands behind it. */
export function ActivityRow({ entry }: { entry: AuditEntry }) {
  const t = useTranslations("admin.activity");
  const { wordsOf } = useActivityWords();
  const { action, outcome, problem, user, createdAt, ipAddress, via, targetId, targetName, details } = entry;
  const words = wordsOf(action);
  const isFailed = outcome !== "ok" && outcome !== "begun";
  const who = user ? nameOf(user) : t("nobody");
  return (
    <li>
      <details className="group">
        <summary className="flex min-h-16 cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-1 rounded-2xl px-4 py-2 [&::-webkit-details-marker]:hidden">
          <ChevronRight size={16} aria-hidden className="shrink-0 text-muted transition-transform group-open:rotate-90" />
          <span className="min-w-0 flex-1 basis-48">
            <span className="wrap-anywhere block font-medium text-sm">{targetName ? t("named", { action: words, name: targetName }) : words}</span>
            <span className="wrap-anywhere block text-muted text-xs">{t("facts", { who, when: new Date(createdAt) })}</span>
          </span>
          <span className="ml-7 sm:ml-auto">
            <StatusWord tone={tones[outcome] ?? "bad"}>{t(`outcomes.${isFailed ? "failed" : outcome}`)}</StatusWord>
          </span>
        </summary>
        <div className="grid gap-2 px-4 pb-4 pl-11 text-muted text-xs">
          {isFailed && (
            <p className="wrap-anywhere text-ink">
              {problem ? t("reason", { reason: problem, code: outcome }) : t("unknownReason", { code: outcome })}
            </p>
          )}
          <p className="wrap-anywhere">{t("from", { address: ipAddress?.replace(/^::ffff:/, "") ?? "none", via: via.replace("-", "_") })}</p>
          <p className="wrap-anywhere">{t("apiName", { action })}</p>
          {targetId && <p className="wrap-anywhere">{t("target", { id: targetId })}</p>}
          <pre className="wrap-anywhere max-h-80 overflow-auto whitespace-pre-wrap rounded-xl bg-sunken p-3 text-ink">
            {JSON.stringify(details, null, 2)}
          </pre>
        </div>
      </details>
    </li>
  );
}
