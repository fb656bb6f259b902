import type { SharedWith } from "@boards/client";
import { Link2, Plus, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useCopyLink } from "@/app/_components/copy-link";
import { useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { Checkbox } from "@/lib/ui/checkbox";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { IconButton } from "@/lib/ui/icon-button";
import { SelectField } from "@/lib/ui/select-field";
import { toast } from "@/lib/ui/toast";

interface ShareLinksProps {
  links: SharedWith["shareLinks"];
  onCreate: (options: { showsRecipe: boolean; expiresAt: string | null }) => Promise<string | null>;
  onRevoke: (id: string) => Promise<unknown>;
}

/** How many days a link may last; 0 for as long as nobody revokes it. */
const validities = [1, 7, 30, 0];
const addressOf = (token: string) => `/shared/${token}`;

/** The links by which anybody may look at a board without an account. */
export function ShareLinks({ links, onCreate, onRevoke }: ShareLinksProps) {
  const t = useTranslations("studio.share.links");
  const { describeError } = useErrorWords();
  const copy = useCopyLink();
  const [days, setDays] = useState(7);
  const [isBusy, setIsBusy] = useState(false);
  const [revoking, setRevoking] = useState<string | null>(null);
  async function create(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const showsRecipe = new FormData(event.currentTarget).has("showsRecipe");
    setIsBusy(true);
    try {
      const token = await onCreate({ showsRecipe, expiresAt: days ? new Date(Date.now() + days * 86_400_000).toISOString() : null });
      if (token) await copy(addressOf(token));
    } catch (refusal) {
      toast.error(describeError(refusal).message);
    }
    setIsBusy(false);
  }
  const revoke = (id: string) =>
    onRevoke(id).then(
      () => toast(t("revoked")),
      (refusal: unknown) => toast.error(describeError(refusal).message),
    );
  return (
    <div className="grid grid-cols-1 gap-3 rounded-2xl border px-4 py-3">
      <div>
        <p className="font-medium text-sm">{t("title")}</p>
        <p className="mt-0.5 text-muted text-xs">{t("text")}</p>
      </div>
      {links.length > 0 && (
        <ul aria-label={t("title")} className="-mx-4 grid grid-cols-1 divide-y border-y">
          {links.map(({ id, token, showsRecipe, expiresAt, createdAt }) => {
            const created = new Date(createdAt);
            const isOver = expiresAt !== null && expiresAt !== undefined && new Date(expiresAt) <= new Date();
            return (
              <li key={id} className="flex min-h-14 items-center gap-1 py-1.5 pr-2 pl-4">
                <div className="min-w-0 grow">
                  <p className="text-sm">{t("made", { created })}</p>
                  <p className="text-muted text-xs">
                    {t(showsRecipe ? "withPrompts" : "withoutPrompts")} ·{" "}
                    {expiresAt ? t("ends", { state: isOver ? "over" : "live", when: new Date(expiresAt) }) : t("endless")}
                  </p>
                </div>
                {token && !isOver && (
                  <IconButton label={t("copyLink", { created })} onClick={() => void copy(addressOf(token))}>
                    <Link2 size={17} />
                  </IconButton>
                )}
                <IconButton label={t("revokeLink", { created })} onClick={() => (isOver ? void revoke(id) : setRevoking(id))}>
                  <X size={17} />
                </IconButton>
              </li>
            );
          })}
        </ul>
      )}
      <form onSubmit={create} className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="w-36">
          <SelectField label={t("expires")} value={days} options={validities} textOf={(each) => t("days", { days: each })} onChange={setDays} />
        </div>
        <label className="flex min-h-10 pointer-coarse:min-h-11 items-center gap-2.5 text-sm">
          <Checkbox name="showsRecipe" />
          {t("showPrompts")}
        </label>
        <Button type="submit" look="quiet" disabled={isBusy} className="ml-auto">
          <Plus size={16} /> {t("create")}
        </Button>
      </form>
      <ConfirmDialog
        title={t("revokeTitle")}
        description={t("revokeText")}
        action={t("revoke")}
        isOpen={revoking !== null}
        onConfirm={() => revoking && void revoke(revoking)}
        onClose={() => setRevoking(null)}
      />
    </div>
  );
}
