import { type Tag, useTags } from "@boards/client";
import { ChevronLeft, Trash2 } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { ConfirmDialog } from "@/lib/ui/confirm-dialog";
import { IconButton } from "@/lib/ui/icon-button";
import { fieldLook } from "@/lib/ui/text-field";
import { toast } from "@/lib/ui/toast";
import { ColorChoice } from "./color-choice";
import { TagDot } from "./tag-dot";

/** All tags of the workspace: their names and colors, and how many results have each. */
export function TagManager({ onDone }: { onDone: () => void }) {
  const t = useTranslations("studio.curation.tags");
  const { describeError } = useErrorWords();
  const [search, setSearch] = useState("");
  const { tags, changeTag, deleteTag } = useTags(useDeferredValue(search.trim()));
  const [openId, setOpenId] = useState<string | null>(null);
  const [deleting, setDeleting] = useState<Tag | null>(null);
  const attempt = (work: Promise<unknown>) => void work.catch((error) => toast.error(describeError(error).message));
  return (
    <div className="grid gap-3">
      <input
        type="search"
        aria-label={t("filter")}
        placeholder={t("filter")}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
        className={fieldLook}
      />
      <ul aria-label={t("list")} className="grid max-h-80 grid-cols-1 gap-1 overflow-y-auto">
        {tags?.map((tag) => (
          <li key={tag.id} className="rounded-lg hover:bg-sunken">
            <div className="flex items-center gap-2">
              <button
                type="button"
                aria-expanded={openId === tag.id}
                onClick={() => setOpenId(openId === tag.id ? null : tag.id)}
                className="flex min-h-10 min-w-0 grow items-center gap-3 rounded-lg px-3 text-left text-sm pointer-coarse:min-h-11"
              >
                <TagDot color={tag.color} />
                <span className="min-w-0 grow truncate">{tag.name}</span>
                <span className="text-muted text-xs tabular-nums">{t("uses", { count: tag.uses })}</span>
              </button>
              <IconButton label={t("delete", { name: tag.name })} onClick={() => setDeleting(tag)} className="text-muted">
                <Trash2 size={15} />
              </IconButton>
            </div>
            {openId === tag.id && (
              <form
                className="grid gap-2 px-3 pb-3"
                onSubmit={(event) => {
                  event.preventDefault();
                  const name = String(new FormData(event.currentTarget).get("name")).trim();
                  attempt(changeTag(tag.id, { name }).then(() => setOpenId(null)));
                }}
              >
                <div className="flex gap-2">
                  <input name="name" aria-label={t("name")} defaultValue={tag.name} maxLength={100} required className={fieldLook} />
                  <Button type="submit" look="quiet">
                    {t("rename")}
                  </Button>
                </div>
                <ColorChoice value={tag.color} onChange={(color) => attempt(changeTag(tag.id, { color }))} />
              </form>
            )}
          </li>
        ))}
      </ul>
      {tags?.length === 0 && <p className="text-muted text-sm">{search ? t("noMatch", { search }) : t("none")}</p>}
      <div className="border-t pt-3">
        <Button look="quiet" onClick={onDone}>
          <ChevronLeft size={16} aria-hidden /> {t("back")}
        </Button>
      </div>
      <ConfirmDialog
        title={t("deleteTitle", { name: deleting?.name ?? "" })}
        description={t("deleteText", { count: deleting?.uses ?? 0 })}
        action={t("deleteAction")}
        isOpen={deleting !== null}
        onConfirm={() => deleting && attempt(deleteTag(deleting.id))}
        onClose={() => setDeleting(null)}
      />
    </div>
  );
}
