import type { ApiKeyScope, useAccount } from "@boards/client";
import { Copy, Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { Checkbox } from "@/lib/ui/checkbox";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { copyText } from "@/lib/ui/copy-text";
import { Dialog } from "@/lib/ui/dialog";
import { TextField } from "@/lib/ui/text-field";
import { toast } from "@/lib/ui/toast";

interface ApiKeyListProps {
  apiKeys: ReturnType<typeof useAccount>["apiKeys"];
  onCreate: (name: string, scopes: ApiKeyScope[]) => Promise<string | undefined>;
  onEnd: (id: string) => Promise<unknown>;
}

/** What a key may do besides reading. */
const extraScopes = ["GENERATE", "WRITE", "ADMIN"] as const satisfies ApiKeyScope[];

/** The viewer's API keys: made, shown once, revoked. */
export function ApiKeyList({ apiKeys, onCreate, onEnd }: ApiKeyListProps) {
  const t = useTranslations("studio.apiKeys");
  const format = useFormatter();
  const { describeError } = useErrorWords();
  const [isNaming, setIsNaming] = useState(false);
  const [newKey, setNewKey] = useState<string | null>(null);
  const [ending, setEnding] = useState<{ id: string; name: string } | null>(null);
  const copy = async (key: string) => ((await copyText(key)) ? toast(t("copied")) : toast.error(t("notCopied")));
  return (
    <div className="grid grid-cols-1 gap-4">
      {apiKeys.length > 0 && (
        <ul className="grid grid-cols-1 divide-y rounded-2xl border bg-surface">
          {apiKeys.map(({ id, name, prefix, scopes: given, lastUsedAt }) => (
            <li key={id} className="flex items-center justify-between gap-4 px-4 py-3">
              <div className="min-w-0">
                <p className="truncate font-medium text-sm">{name}</p>
                <p className="wrap-anywhere text-muted text-xs">
                  <code>{prefix}…</code> ·{" "}
                  {format.list(
                    given.map((scope) => t(`scopes.${scope}`)),
                    { type: "unit" },
                  )}{" "}
                  · {lastUsedAt ? t("lastUsed", { when: new Date(lastUsedAt) }) : t("neverUsed")}
                </p>
              </div>
              <Button look="quiet" aria-label={t("revokeNamed", { name })} onClick={() => setEnding({ id, name })}>
                {t("revoke")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button look="quiet" className="justify-self-start" onClick={() => setIsNaming(true)}>
        <Plus size={16} /> {t("new")}
      </Button>
      <NewKeyDialog
        isOpen={isNaming}
        onClose={() => setIsNaming(false)}
        onCreate={async (name, chosen) => {
          const key = await onCreate(name, chosen);
          setIsNaming(false);
          setNewKey(key ?? null);
        }}
      />
      <Dialog title={t("createdTitle")} description={t("createdText")} isOpen={newKey !== null} onClose={() => setNewKey(null)}>
        <code className="block break-all rounded-xl border bg-canvas p-3 text-sm">{newKey}</code>
        <Button className="mt-4" onClick={() => void copy(newKey ?? "")}>
          <Copy size={16} /> {t("copy")}
        </Button>
      </Dialog>
      <ConfirmDialog
        title={t("revokeTitle", { name: ending?.name ?? "" })}
        description={t("revokeText")}
        action={t("revoke")}
        isOpen={ending !== null}
        onClose={() => setEnding(null)}
        onConfirm={() => ending && onEnd(ending.id).catch((refusal) => toast.error(describeError(refusal).message))}
      />
    </div>
  );
}

interface NewKeyDialogProps {
  isOpen: boolean;
  onClose: () => void;
  onCreate: (name: string, scopes: ApiKeyScope[]) => Promise<void>;
}

function NewKeyDialog({ isOpen, onClose, onCreate }: NewKeyDialogProps) {
  const t = useTranslations("studio.apiKeys");
  const { describeError } = useErrorWords();
  const [error, setError] = useState<string | null>(null);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setError(null);
    const form = new FormData(event.currentTarget);
    try {
      await onCreate(String(form.get("name")), ["READ" as ApiKeyScope, ...(form.getAll("scope") as ApiKeyScope[])]);
    } catch (refusal) {
      setError(describeError(refusal).message);
    }
  }
  return (
    <Dialog title={t("newTitle")} isOpen={isOpen} onClose={onClose}>
      <form onSubmit={submit} className="grid gap-5">
        <TextField label={t("name")} name="name" placeholder={t("namePlaceholder")} maxLength={100} autoComplete="off" error={error} />
        <fieldset className="grid gap-3">
          <legend className="mb-2 font-medium text-sm">{t("scopesLegend")}</legend>
          {extraScopes.map((scope) => (
            <label key={scope} className="flex items-start gap-3 text-sm pointer-coarse:min-h-11">
              <Checkbox name="scope" value={scope} className="mt-0.5" />
              <span>
                {t(`scopes.${scope}`)} <span className="block text-muted text-xs">{t(`scopeTexts.${scope}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <Button type="submit" className="justify-self-end">
          {t("submit")}
        </Button>
      </form>
    </Dialog>
  );
}
