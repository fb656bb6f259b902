import type { ProviderKeyInput, ProviderState } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { SwitchRow } from "@/app/_components/switch-row";
import { Dialog } from "@/lib/ui/dialog";
import { TextField } from "@/lib/ui/text-field";
import { DialogForm } from "../../_components/form-dialog";
import { storedFor } from "./describe-provider";

interface ProviderKeyDialogProps {
  /** Whose key is asked for; null while it is closed. */
  provider: ProviderState | null;
  isInstallationAdmin: boolean;
  onSet: (input: ProviderKeyInput) => Promise<unknown>;
  onClose: () => void;
}

// What is typed here is no password of the person, and must not be kept or filled in by the browser.
const secret = { type: "password", autoComplete: "new-password", spellCheck: false, maxLength: 5000 } as const;

/** Asks for a key, the address of a server of one's own, or both. */
export function ProviderKeyDialog({ provider, onClose, ...rest }: ProviderKeyDialogProps) {
  const t = useTranslations("admin.providers.dialog");
  const title = provider ? t("title", { what: storedFor(provider), title: provider.title }) : "";
  return (
    <Dialog title={title} description={t("text")} isOpen={provider !== null} onClose={onClose}>
      {provider && <KeyForm provider={provider} onClose={onClose} {...rest} />}
    </Dialog>
  );
}

function KeyForm({ provider, isInstallationAdmin, onSet, onClose }: ProviderKeyDialogProps & { provider: ProviderState }) {
  const t = useTranslations("admin.providers.dialog");
  const [isForAll, setIsForAll] = useState(false);
  const what = storedFor(provider);
  const submit = (form: FormData) => {
    const typed = (field: string) => String(form.get(field) ?? "").trim() || null;
    return onSet({
      providerName: provider.name,
      apiKey: typed("apiKey"),
      baseUrl: typed("baseUrl"),
      webhookSecret: typed("webhookSecret"),
      forInstallation: isForAll,
    });
  };
  return (
    <DialogForm action={t("save", { what })} fields={["apiKey", "baseUrl", "webhookSecret"]} onSubmit={submit} onClose={onClose}>
      {(errorOf) => (
        <>
          {provider.addressExample && (
            <TextField
              label={t("address")}
              name="baseUrl"
              type="text"
              inputMode="url"
              placeholder={provider.addressExample}
              autoComplete="off"
              error={errorOf("baseUrl")}
            />
          )}
          <TextField label={provider.isOwnServer ? t("optionalKey") : t("key")} name="apiKey" {...secret} error={errorOf("apiKey")} />
          {provider.takesWebhookSecret && (
            <TextField
              label={t("webhookSecret")}
              name="webhookSecret"
              {...secret}
              help={t("webhookHelp", { title: provider.title })}
              error={errorOf("webhookSecret")}
            />
          )}
          {isInstallationAdmin && (
            <SwitchRow label={t("forInstallation")} text={t("forInstallationText", { what })} isOn={isForAll} onChange={setIsForAll} />
          )}
        </>
      )}
    </DialogForm>
  );
}
