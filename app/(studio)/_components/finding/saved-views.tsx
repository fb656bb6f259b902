"use client";

import { useSavedViews } from "@boards/client";
import { Bookmark } from "lucide-react";
import { Popover } from "radix-ui";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { ActionsMenu } from "@/lib/ui/menu";
import { TextField } from "@/lib/ui/text-field";
import { toast } from "@/lib/ui/toast";
import { readFilter, writeFilter } from "./filter-address";
import type { FilterState } from "./use-filter";

interface SavedViewsProps {
  boardId: string;
  finding: FilterState;
  /** Whether the viewer may save, rename and delete them. */
  mayChange: boolean;
}

/** The views saved on a board, and a way to save the one that is shown. */
export function SavedViews({ boardId, finding, mayChange }: SavedViewsProps) {
  const t = useTranslations("studio.savedViews");
  const { describeError } = useErrorWords();
  const { views = [], save, remove } = useSavedViews(boardId);
  const [isOpen, setIsOpen] = useState(false);
  const [renamed, setRenamed] = useState<string | null>(null);
  const { filter, isFiltered, replace } = finding;
  if (views.length === 0 && !(mayChange && isFiltered)) return null;
  const written = new URLSearchParams();
  writeFilter(written, filter);
  const attempt = (work: Promise<unknown>) => work.catch((error) => toast.error(describeError(error).message));
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger
        aria-label={t("title")}
        title={t("title")}
        className="grid size-10 shrink-0 place-items-center rounded-full border bg-surface hover:bg-sunken pointer-coarse:size-11"
      >
        <Bookmark size={16} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={8}
          collisionPadding={12}
          aria-label={t("title")}
          className="z-40 max-h-(--radix-popover-content-available-height) w-72 animate-appear overflow-y-auto rounded-2xl border bg-surface p-4 shadow-xl"
        >
          <h2 className="mb-2 font-medium text-sm">{t("title")}</h2>
          {views.length === 0 && <p className="mb-3 text-muted text-sm">{t("none")}</p>}
          <ul className="-mx-2 grid grid-cols-1">
            {views.map((view) =>
              view.name === renamed ? (
                <li key={view.name} className="px-2 py-2">
                  <NameForm
                    label={t("newName")}
                    value={view.name}
                    action={t("rename")}
                    isAsked
                    onName={async (name) => {
                      await save({ ...view, name }, view.name);
                      setRenamed(null);
                    }}
                  />
                </li>
              ) : (
                <li key={view.name} className="flex items-center rounded-lg hover:bg-sunken">
                  <button
                    type="button"
                    onClick={() => {
                      replace(readFilter(new URLSearchParams(view.filter)));
                      setIsOpen(false);
                    }}
                    className="min-h-9 min-w-0 grow truncate rounded-lg px-2 text-left text-sm pointer-coarse:min-h-11"
                  >
                    {view.name}
                  </button>
                  {mayChange && (
                    <ActionsMenu
                      label={t("actions", { name: view.name })}
                      items={[
                        { label: t("rename"), icon: null, onSelect: () => setRenamed(view.name) },
                        { label: t("replace"), icon: null, onSelect: () => void attempt(save({ name: view.name, filter: written.toString() })) },
                        { label: t("delete"), icon: null, onSelect: () => void attempt(remove(view.name)), isDangerous: true },
                      ]}
                    />
                  )}
                </li>
              ),
            )}
          </ul>
          {mayChange && isFiltered && (
            <div className={views.length > 0 ? "mt-3 border-t pt-4" : ""}>
              <NameForm label={t("name")} value="" action={t("save")} onName={(name) => save({ name, filter: written.toString() })} />
            </div>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface NameFormProps {
  label: string;
  value: string;
  action: string;
  /** Whether it appeared because its button was pressed. */
  isAsked?: boolean;
  onName: (name: string) => Promise<unknown>;
}

function NameForm({ label, value, action, isAsked = false, onName }: NameFormProps) {
  const { describeError } = useErrorWords();
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = () => String(new FormData(form).get("name"));
    const sent = name();
    try {
      await onName(sent);
      setError(null);
      // What was typed in the meantime stays.
      if (name() === sent) form.reset();
    } catch (problem) {
      setError(describeError(problem).message);
    }
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      <TextField
        label={label}
        name="name"
        defaultValue={value}
        maxLength={60}
        required
        autoComplete="off"
        autoFocus={isAsked}
        onFocus={({ target }) => isAsked && target.select()}
        error={error}
      />
      <Button type="submit" look="quiet" className="justify-self-end">
        {action}
      </Button>
    </form>
  );
}
