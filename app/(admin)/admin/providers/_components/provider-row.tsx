import type { KeyTest, ProviderState } from "@boards/client";
import { ExternalLink } from "lucide-react";
import { useState } from "react";
import { Button } from "@/lib/ui/button";
import { StatusLine, StatusWord } from "../../_components/status-word";
import { describeKeyTest } from "./describe-key-test";
import { describeProvider } from "./describe-provider";
import { KeyTestButton } from "./key-test-button";

interface ProviderRowProps {
  provider: ProviderState;
  isInstallationAdmin: boolean;
  onChange: () => void;
  onTest: () => Promise<KeyTest>;
  onRemove: () => void;
}

/** A provider, how it stands, and what can be done about it. */
export function ProviderRow({ provider, isInstallationAdmin, onChange, onTest, onRemove }: ProviderRowProps) {
  const { title, website, isOwnServer, keySource } = provider;
  const [tested, setTested] = useState<KeyTest | string | null>(null);
  const result = typeof tested === "string" ? { tone: "bad" as const, text: tested } : tested && describeKeyTest(tested);
  const { tone, word, text } = describeProvider(provider);
  const what = isOwnServer ? "address" : "key";
  const isStored = keySource === "TENANT" || keySource === "INSTALLATION";
  // What lies inside one's own network may only be named by whoever runs the installation.
  const mayChange = !isOwnServer || isInstallationAdmin;
  const mayRemove = keySource === "TENANT" || (keySource === "INSTALLATION" && isInstallationAdmin);
  return (
    <li aria-label={title} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4">
      <div className="min-w-56 flex-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-medium">{title}</span>
          <StatusWord tone={tone}>{word}</StatusWord>
        </p>
        <p className="mt-1 break-words text-muted text-sm">{text}</p>
        <p role="status" className="mt-1 break-words text-sm empty:hidden">
          {result && <StatusLine tone={result.tone}>{result.text}</StatusLine>}
        </p>
        <a
          href={website}
          target="_blank"
          rel="noreferrer"
          className="mt-1 inline-flex items-center gap-1 text-accent text-sm underline-offset-4 hover:underline"
        >
          {isOwnServer ? "How it is set up" : "Get a key"} <ExternalLink size={13} aria-hidden />
          <span className="sr-only"> for {title} (in a new window)</span>
        </a>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {provider.canTestKey && <KeyTestButton title={title} what={what} onTest={onTest} onTested={setTested} />}
        {mayChange ? (
          <>
            {mayRemove && (
              <Button look="quiet" aria-label={`Remove the ${what} of ${title}`} onClick={onRemove}>
                Remove
              </Button>
            )}
            <Button look="quiet" aria-label={`${isStored ? "Replace" : "Set"} the ${what} of ${title}`} onClick={onChange}>
              {isStored ? "Replace" : "Set"} {what}
            </Button>
          </>
        ) : (
          <p className="text-muted text-xs">Set up by admins of the installation</p>
        )}
      </div>
    </li>
  );
}
