import type { useAccount } from "@boards/client";
import { toast } from "sonner";
import { describeError } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";

interface SessionListProps {
  sessions: ReturnType<typeof useAccount>["sessions"];
  onEnd: (id: string) => Promise<unknown>;
}

const browsers = ["Firefox", "Edg", "OPR", "Chrome", "Safari"];
const systems = { "Windows NT": "Windows", Android: "Android", "iPhone|iPad": "iOS", "Mac OS X": "macOS", Linux: "Linux" };

/** What a browser calls itself, in words that people know. */
function nameOf(userAgent: string | null | undefined): string {
  const browser = browsers
    .find((each) => userAgent?.includes(each))
    ?.replace("Edg", "Edge")
    .replace("OPR", "Opera");
  const system = Object.entries(systems).find(([mark]) => new RegExp(mark).test(userAgent ?? ""))?.[1];
  return browser ? `${browser}${system ? ` on ${system}` : ""}` : "A program";
}

/** The browsers that are signed in. */
export function SessionList({ sessions, onEnd }: SessionListProps) {
  if (sessions.length === 0) return <p className="text-muted text-sm">No browser is signed in.</p>;
  return (
    <ul className="grid grid-cols-1 divide-y rounded-2xl border bg-surface">
      {sessions.map(({ id, isCurrent, lastUsedAt, ipAddress, userAgent }) => (
        <li key={id} className="flex items-center justify-between gap-4 px-4 py-3">
          <div className="min-w-0">
            <p className="truncate font-medium text-sm">
              {nameOf(userAgent)} {isCurrent && <span className="text-accent">· this one</span>}
            </p>
            <p className="truncate text-muted text-xs">
              {ipAddress?.replace(/^::ffff:/, "") ?? "Unknown address"} · last used {new Date(lastUsedAt as string).toLocaleString()}
            </p>
          </div>
          {!isCurrent && (
            <Button look="quiet" onClick={() => onEnd(id).catch((refusal) => toast.error(describeError(refusal).message))}>
              End
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
