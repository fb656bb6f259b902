import type { useAccount } from "@boards/client";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { toast } from "@/lib/ui/toast";

interface SessionListProps {
  sessions: ReturnType<typeof useAccount>["sessions"];
  onEnd: (id: string) => Promise<unknown>;
}

const browsers = ["Firefox", "Edg", "OPR", "Chrome", "Safari"];
const systems = { "Windows NT": "Windows", Android: "Android", "iPhone|iPad": "iOS", "Mac OS X": "macOS", Linux: "Linux" };

/** Which browser and system a browser says that it is, by names that people know. */
function readUserAgent(userAgent: string | null | undefined) {
  const browser = browsers
    .find((each) => userAgent?.includes(each))
    ?.replace("Edg", "Edge")
    .replace("OPR", "Opera");
  const system = Object.entries(systems).find(([mark]) => new RegExp(mark).test(userAgent ?? ""))?.[1];
  return { browser, system };
}

/** The browsers that are signed in. */
export function SessionList({ sessions, onEnd }: SessionListProps) {
  const t = useTranslations("studio.sessions");
  const { describeError } = useErrorWords();
  const nameOf = (userAgent: string | null | undefined) => {
    const { browser, system } = readUserAgent(userAgent);
    return browser && system ? t("browserOnSystem", { browser, system }) : (browser ?? t("unknownBrowser"));
  };
  if (sessions.length === 0) return <p className="text-muted text-sm">{t("none")}</p>;
  return (
    <ul className="grid grid-cols-1 divide-y rounded-2xl border bg-surface">
      {sessions.map(({ id, isCurrent, lastUsedAt, ipAddress, userAgent }) => (
        <li key={id} className="flex items-center justify-between gap-4 px-4 py-3">
          <div className="min-w-0">
            <p className="truncate font-medium text-sm">
              {nameOf(userAgent)} {isCurrent && <span className="text-accent">{t("current")}</span>}
            </p>
            <p className="wrap-anywhere text-muted text-xs">
              {t("facts", { address: ipAddress?.replace(/^::ffff:/, "") ?? t("unknownAddress"), lastUsed: new Date(lastUsedAt) })}
            </p>
          </div>
          {!isCurrent && (
            <Button
              look="quiet"
              aria-label={t("endNamed", { name: nameOf(userAgent) })}
              onClick={() => onEnd(id).catch((refusal) => toast.error(describeError(refusal).message))}
            >
              {t("end")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
