"use client";

import { type ProviderState, useInstallation, useProviders } from "@boards/client";
import { useState } from "react";
import { toast } from "sonner";
import { describeError } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { AdminPage, AdminSection } from "../../_components/admin-page";
import { counted } from "../../_components/format";
import { Loading, LoadProblem } from "../../_components/load-states";
import { ProviderKeyDialog } from "./provider-key-dialog";
import { ProviderRow } from "./provider-row";

/** Where models run, and the keys to them. */
export function ProvidersPage() {
  const { providers, isLoading, error, reload, setKey, testKey, removeKey } = useProviders();
  const installation = useInstallation();
  const [changing, setChanging] = useState<ProviderState | null>(null);
  const [removing, setRemoving] = useState<ProviderState | null>(null);
  const isSimulated = providers?.some(({ keySource }) => keySource === "SIMULATION");
  const refused = (refusal: unknown) => toast.error(describeError(refusal).message);
  const remove = ({ name, title, keySource }: ProviderState) =>
    removeKey(name, keySource === "INSTALLATION").then(() => toast(`What was stored for ${title} is removed.`), refused);
  const rotate = () =>
    installation
      .rotateProviderKeys()
      .then((count) => toast(count === 0 ? "Every key is sealed with the newest secret already." : `${counted(count, "key")} sealed anew.`), refused);
  return (
    <AdminPage title="Providers" text="Where models run. A key is stored encrypted and never shown again, to anybody.">
      {isSimulated && (
        <p className="rounded-2xl border border-dashed bg-surface/60 px-5 py-4 text-sm">
          This installation simulates every provider. You can store keys already; they are used once it no longer simulates.
        </p>
      )}
      {isLoading && <Loading label="Loading providers" />}
      {error && !providers && <LoadProblem what="The providers" onRetry={reload} />}
      {providers && (
        <ul aria-label="Providers" className="grid grid-cols-1 divide-y rounded-2xl border bg-surface">
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
          title="Encryption"
          text="After a new secret was put first in BOARDS_ENCRYPTION_KEYS, seal the stored keys with it; the old secret can go then."
          actions={
            <Button look="quiet" onClick={rotate}>
              Seal keys anew
            </Button>
          }
        />
      )}
      <ProviderKeyDialog
        provider={changing}
        isInstallationAdmin={installation.isAdmin}
        onClose={() => setChanging(null)}
        onSet={async (input) => {
          await setKey(input);
          toast(changing?.isOwnServer ? `The address of ${changing.title} is stored.` : `The key for ${changing?.title} is stored.`);
        }}
      />
      <ConfirmDialog
        title={`Remove what is stored for ${removing?.title ?? ""}?`}
        description={
          removing?.keySource === "INSTALLATION"
            ? "Tenants without a key of their own can no longer use it, unless the server's environment has one."
            : "It can no longer be used, also for what is under way, unless the installation has a key for it."
        }
        action="Remove"
        isOpen={removing !== null}
        onClose={() => setRemoving(null)}
        onConfirm={() => removing && void remove(removing)}
      />
    </AdminPage>
  );
}
