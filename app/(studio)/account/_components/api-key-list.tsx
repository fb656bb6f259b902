import type { ApiKeyScope, useAccount } from "@boards/client";
import { Copy, Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { describeError } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { Dialog } from "@/lib/ui/dialog";
import { TextField } from "@/lib/ui/text-field";

interface ApiKeyListProps {
  apiKeys: ReturnType<typeof useAccount>["apiKeys"];
  onCreate: (name: string, scopes: ApiKeyScope[]) => Promise<string | undefined>;
  onEnd: (id: string) => Promise<unknown>;
}

const scopes: { scope: ApiKeyScope; label: string; text: string }[] = [
  { scope: "GENERATE" as ApiKeyScope, label: "Generate", text: "Ask for generations, cancel them, upload files" },
  { scope: "WRITE" as ApiKeyScope, label: "Write", text: "Change boards, tags and members, delete" },
  { scope: "ADMIN" as ApiKeyScope, label: "Admin", text: "What admins do, if you are one" },
];

/** The viewer's API keys: made, shown once, revoked. */
export function ApiKeyList({ apiKeys, onCreate, onEnd }: ApiKeyListProps) {
  const [isNaming, setIsNaming] = useState(false);
  const [newKey, setNewKey] = useState<string | null>(null);
  const [ending, setEnding] = useState<{ id: string; name: string } | null>(null);
  return (
    <div className="grid grid-cols-1 gap-4">
      {apiKeys.length > 0 && (
        <ul className="grid grid-cols-1 divide-y rounded-2xl border bg-surface">
          {apiKeys.map(({ id, name, prefix, scopes: given, lastUsedAt }) => (
            <li key={id} className="flex items-center justify-between gap-4 px-4 py-3">
              <div className="min-w-0">
                <p className="truncate font-medium text-sm">{name}</p>
                <p className="truncate text-muted text-xs">
                  <code>{prefix}…</code> · {given.map((scope) => scope.toLowerCase()).join(", ")} ·{" "}
                  {lastUsedAt ? `last used ${new Date(lastUsedAt as string).toLocaleString()}` : "never used"}
                </p>
              </div>
              <Button look="quiet" onClick={() => setEnding({ id, name })}>
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button look="quiet" className="justify-self-start" onClick={() => setIsNaming(true)}>
        <Plus size={16} /> New key
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
      <Dialog
        title="Your new key"
        description="Copy it now: it is shown this once, and only its fingerprint is kept."
        isOpen={newKey !== null}
        onClose={() => setNewKey(null)}
      >
        <code className="block break-all rounded-xl border bg-canvas p-3 text-sm">{newKey}</code>
        <Button className="mt-4" onClick={() => navigator.clipboard.writeText(newKey ?? "").then(() => toast("The key is copied."))}>
          <Copy size={16} /> Copy
        </Button>
      </Dialog>
      <ConfirmDialog
        title={`Revoke ${ending?.name ?? ""}?`}
        description="Programs that use this key are refused from now on. This cannot be taken back."
        action="Revoke"
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
    <Dialog title="New API key" isOpen={isOpen} onClose={onClose}>
      <form onSubmit={submit} className="grid gap-5">
        <TextField label="Name" name="name" placeholder="Nightly export" maxLength={100} autoComplete="off" error={error} />
        <fieldset className="grid gap-3">
          <legend className="mb-2 font-medium text-sm">It may read, and</legend>
          {scopes.map(({ scope, label, text }) => (
            <label key={scope} className="flex items-start gap-3 text-sm">
              <input type="checkbox" name="scope" value={scope} className="mt-0.5 size-4 accent-accent" />
              <span>
                {label} <span className="block text-muted text-xs">{text}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <Button type="submit" className="justify-self-end">
          Create key
        </Button>
      </form>
    </Dialog>
  );
}
