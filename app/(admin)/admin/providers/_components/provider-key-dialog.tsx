import type { ProviderKeyInput, ProviderState } from "@boards/client";
import { useState } from "react";
import { TextField } from "@/lib/ui/text-field";
import { FormDialog } from "../../_components/form-dialog";
import { SwitchRow } from "../../_components/switch-row";

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
export function ProviderKeyDialog({ provider, isInstallationAdmin, onSet, onClose }: ProviderKeyDialogProps) {
  const [isForAll, setIsForAll] = useState(false);
  const isOwnServer = provider?.isOwnServer ?? false;
  const close = () => {
    setIsForAll(false);
    onClose();
  };
  const submit = (form: FormData) => {
    const typed = (field: string) => String(form.get(field) ?? "").trim() || null;
    return onSet({
      providerName: provider?.name ?? "",
      apiKey: typed("apiKey"),
      baseUrl: typed("baseUrl"),
      webhookSecret: typed("webhookSecret"),
      forInstallation: isForAll,
    });
  };
  return (
    <FormDialog
      title={isOwnServer ? `Address of ${provider?.title}` : `Key for ${provider?.title ?? ""}`}
      description="It is stored encrypted and never shown again. It replaces all that was stored before."
      action={isOwnServer ? "Store address" : "Store key"}
      fields={["apiKey", "baseUrl", "webhookSecret"]}
      isOpen={provider !== null}
      onSubmit={submit}
      onClose={close}
    >
      {(errorOf) => (
        <>
          {provider?.addressExample && (
            <TextField
              label="Address"
              name="baseUrl"
              type="text"
              inputMode="url"
              placeholder={provider.addressExample}
              autoComplete="off"
              error={errorOf("baseUrl")}
            />
          )}
          <TextField label={isOwnServer ? "Key, if the server asks for one" : "Key"} name="apiKey" {...secret} error={errorOf("apiKey")} />
          {provider?.takesWebhookSecret && (
            <TextField
              label="Webhook secret"
              name="webhookSecret"
              {...secret}
              help={`From ${provider.title}'s settings page: with it, finished work is heard of at once. Without it, Boards asks now and then.`}
              error={errorOf("webhookSecret")}
            />
          )}
          {isInstallationAdmin && (
            <SwitchRow
              label="For the whole installation"
              text="Every tenant uses it that has none of its own."
              isOn={isForAll}
              onChange={setIsForAll}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
