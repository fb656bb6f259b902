import type { KeyTest, ProviderState } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { StatusLine, StatusWord } from "@/app/_components/status-word";
import { Button } from "@/lib/ui/button";
import { ExternalLink } from "@/lib/ui/external-link";
import { hidden } from "../../_components/hidden";
import { describeKeyTest } from "./describe-key-test";
import { describeProvider, storedFor } from "./describe-provider";
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
  const t = useTranslations("admin.providers");
  const { title, website, isOwnServer, keySource } = provider;
  const [tested, setTested] = useState<KeyTest | string | null>(null);
  const result = typeof tested === "string" ? { tone: "bad" as const, text: tested } : tested && describeKeyTest(t, tested);
  const { tone, word, text } = describeProvider(t, provider);
  const what = storedFor(provider);
  const isStored = keySource === "TENANT" || keySource === "INSTALLATION";
  // What lies inside one's own network may only be named by those who run the installation.
  const mayChange = !isOwnServer || isInstallationAdmin;
  const mayRemove = keySource === "TENANT" || (keySource === "INSTALLATION" && isInstallationAdmin);
  const change = t(isStored ? "replace" : "add", { what });
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
        <ExternalLink href={website} className="mt-1">
          {t.rich(isOwnServer ? "setUpGuide" : "getKey", { title, hidden })}
        </ExternalLink>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {provider.canTestKey && <KeyTestButton title={title} what={what} onTest={onTest} onTested={setTested} />}
        {mayChange ? (
          <>
            {mayRemove && (
              <Button look="quiet" aria-label={t("removeFor", { what, title })} onClick={onRemove}>
                {t("remove")}
              </Button>
            )}
            <Button look="quiet" aria-label={t("actionFor", { action: change, title })} onClick={onChange}>
              {change}
            </Button>
          </>
        ) : (
          <p className="text-muted text-xs">{t("installationOnly")}</p>
        )}
      </div>
    </li>
  );
}
