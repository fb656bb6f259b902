"use client";

import { type ProviderState, useInstallation, useProviders } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { useSavedKeyToast } from "@/app/_components/use-saved-key-toast";
import { Button } from "@/lib/ui/button";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { toast } from "@/lib/ui/toast";
import { AdminPage, AdminSection } from "../../_components/admin-page";
import { Loading, LoadProblem } from "../../_components/load-states";
import { Notice } from "../../_components/notice";
import { storedFor } from "./describe-provider";
import { ProviderKeyDialog } from "./provider-key-dialog";
import { ProviderRow } from "./provider-row";

/** Where models run, and the keys to them. */
export function ProvidersPage() {
  const t = useTranslations("admin.providers");
  const { describeError } = useErrorWords();
  const { providers, isLoading, error, reload, setKey, testKey, removeKey } = useProviders();
  const tellSaved = useSavedKeyToast();
  const installation = useInstallation();
  const [changing, setChanging] = useState<ProviderState | null>(null);
  const [removing, setRemoving] = useState<ProviderState | null>(null);
  const refused = (refusal: unknown) => toast.error(describeError(refusal).message);
  const named = (provider: ProviderState) => ({ what: storedFor(provider), title: provider.title });
  const remove = (provider: ProviderState) =>
    removeKey(provider.name, provider.keySource === "INSTALLATION").then(() => toast(t("removal.done", named(provider))), refused);
  const rotate = () => installation.rotateProviderKeys().then((count) => toast(t("encryption.done", { count })), refused);
  return (
    <AdminPage page="providers" text={t("text")}>
      {providers?.some(({ keySource }) => keySource === "SIMULATION") && <Notice>{t("simulated")}</Notice>}
      {isLoading && <Loading label={t("loading")} />}
      {error && !providers && <LoadProblem title={t("loadProblem")} onRetry={reload} />}
      {providers && (
        <ul aria-label={t("list")} className="grid grid-cols-1 divide-y rounded-2xl border bg-surface">
          {providers.map((provider) => (
            <ProviderRow
              key={provider.name}
              provider={provider}
              isInstallationAdmin={installation.isAdmin}
              onChange={() => setChanging(provider)}
              onTest={() => testKey(provider.name)}
              onRemove={() => setRemoving(provider)}
            />
          ))}
        </ul>
      )}
      {installation.isAdmin && (
        <AdminSection
          title={t("encryption.title")}
          text={t("encryption.text")}
          actions={
            <Button look="quiet" onClick={rotate}>
              {t("encryption.action")}
            </Button>
          }
        />
      )}
      <ProviderKeyDialog
        provider={changing}
        isInstallationAdmin={installation.isAdmin}
        onClose={() => setChanging(null)}
        onSet={async (input) => {
          const { keyTest } = await setKey(input);
          if (changing) tellSaved(changing.title, keyTest);
        }}
      />
      <ConfirmDialog
        title={removing ? t("removal.title", named(removing)) : ""}
        description={removing?.keySource === "INSTALLATION" ? t("removal.shared") : t("removal.own", { title: removing?.title ?? "" })}
        action={t("removal.action")}
        isOpen={removing !== null}
        onClose={() => setRemoving(null)}
        onConfirm={() => removing && void remove(removing)}
      />
    </AdminPage>
  );
}
