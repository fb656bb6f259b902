"use client";

import { type ProviderState, useProviders } from "@boards/client";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { Dialog } from "@/lib/ui/dialog";
import { ExternalLink } from "@/lib/ui/external-link";
import { TextField } from "@/lib/ui/text-field";
import { type DescribedError, useErrorWords } from "./describe-error";
import { useSavedKeyToast } from "./use-saved-key-toast";

interface AddKeyDialogProps {
  /** The provider whose key is missing, by its name. */
  providerName: string;
  onClose: () => void;
  /** Told once its generators can be used. */
  onAdded?: () => void;
}

// What is typed here is no password of the person, and must not be kept or filled in by the browser.
const secret = { type: "password", autoComplete: "new-password", spellCheck: false, maxLength: 5000 } as const;

/** Lets an admin add the key of a provider where it is missed. It is tested first, and its generators are available without a reload. */
export function AddKeyDialog({ providerName, onClose, onAdded }: AddKeyDialogProps) {
  const t = useTranslations("app.addKey");
  const { providers, error, setKey } = useProviders();
  const tellSaved = useSavedKeyToast();
  const { describeError } = useErrorWords();
  const provider = providers?.find(({ name }) => name === providerName);

  /** Stores the key if the provider takes it. Throws what is wrong. */
  const add = async (form: FormData, { title }: ProviderState) => {
    const typed = (field: string) => String(form.get(field) ?? "").trim() || null;
    const input = { providerName, apiKey: typed("apiKey"), baseUrl: typed("baseUrl"), webhookSecret: null, forInstallation: false };
    const { keyTest } = await setKey(input);
    tellSaved(title, keyTest);
    onAdded?.();
    onClose();
  };
  return (
    <Dialog
      title={t("title", { what: provider?.isOwnServer ? "server" : "key", title: provider?.title ?? providerName })}
      description={t(provider?.isOwnServer ? "serverText" : "text")}
      isOpen
      onClose={onClose}
    >
      {provider ? (
        <KeyForm provider={provider} onClose={onClose} onSubmit={(form) => add(form, provider)} />
      ) : (
        <p role={error ? "alert" : "status"} className={error ? "text-danger text-sm" : "text-muted text-sm"}>
          {error ? describeError(error).message : t("loading")}
        </p>
      )}
    </Dialog>
  );
}

interface KeyFormProps {
  provider: ProviderState;
  onClose: () => void;
  onSubmit: (form: FormData) => Promise<void>;
}

function KeyForm({ provider, onClose, onSubmit }: KeyFormProps) {
  const t = useTranslations("app.addKey");
  const { describeError } = useErrorWords();
  const { title, website, isOwnServer, addressExample } = provider;
  const [error, setError] = useState<Pick<DescribedError, "field" | "message"> | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A form within a dialog is, to React, within the page's form.
    event.stopPropagation();
    setIsBusy(true);
    setError(null);
    try {
      await onSubmit(new FormData(event.currentTarget));
    } catch (refusal) {
      setError(describeError(refusal));
      setIsBusy(false);
    }
  };
  const errorOf = (field: string) => (error?.field === field ? error.message : null);
  const isAtField = errorOf("apiKey") !== null || (errorOf("baseUrl") !== null && addressExample !== null);
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-5">
      <ExternalLink href={website} className="justify-self-start">
        {t(isOwnServer ? "setUpGuide" : "getKey", { title })}
      </ExternalLink>
      {addressExample && (
        <TextField
          label={t("address")}
          name="baseUrl"
          inputMode="url"
          placeholder={addressExample}
          autoComplete="off"
          required={isOwnServer}
          error={errorOf("baseUrl")}
        />
      )}
      <TextField label={t(isOwnServer ? "optionalKey" : "key")} name="apiKey" required={!isOwnServer} {...secret} error={errorOf("apiKey")} />
      {error && !isAtField && (
        <p role="alert" className="rounded-xl border border-danger/40 bg-danger/10 px-4 py-3 text-danger text-sm">
          {error.message}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button type="submit" disabled={isBusy}>
          {isBusy ? t("testing") : t("save", { what: isOwnServer ? "server" : "key" })}
        </Button>
      </div>
    </form>
  );
}
