import { type BoardRole, usePeopleToAdd } from "@boards/client";
import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { CopyLink } from "@/app/_components/copy-link";
import { useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { SelectField } from "@/lib/ui/select-field";
import { TextField } from "@/lib/ui/text-field";
import { toast } from "@/lib/ui/toast";
import { boardRoles } from "./board-roles";

interface AddPeopleProps {
  boardId: string;
  /** Those who have not accepted yet. */
  pending: readonly { email: string }[];
  onAdd: (userId: string, role: BoardRole) => Promise<unknown>;
  /** Answers the invitation that is to be passed on; null where they are on the board already. */
  onInvite: (email: string, role: BoardRole) => Promise<{ email: string; link?: string | null } | null>;
}

/** Puts people of the workspace on the board, found by what is typed, and invites others by their e-mail address. */
export function AddPeople({ boardId, pending, onAdd, onInvite }: AddPeopleProps) {
  const t = useTranslations("studio.share");
  const { describeError } = useErrorWords();
  const [text, setText] = useState("");
  const [role, setRole] = useState<BoardRole>("EDITOR");
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [invited, setInvited] = useState<{ email: string; link: string } | null>(null);
  const { people, isLoading } = usePeopleToAdd(boardId, text);
  const isAddress = text.includes("@");
  const field = useRef<HTMLInputElement>(null);

  async function attempt(work: () => Promise<unknown>) {
    setIsBusy(true);
    setError(null);
    setInvited(null);
    try {
      await work();
      // What was typed in the meantime stays.
      setText((now) => (now === text ? "" : now));
    } catch (refusal) {
      setError(describeError(refusal).message);
    }
    setIsBusy(false);
  }
  const add = (userId: string, name: string) => {
    // Its button goes with the one who was added; the next one is typed here.
    field.current?.focus();
    return attempt(async () => {
      await onAdd(userId, role);
      toast(t("added", { name }));
    });
  };
  function submit(event: FormEvent) {
    event.preventDefault();
    const email = text.trim();
    if (!isAddress) return setError(t("chooseSomeone"));
    void attempt(async () => {
      const invitation = await onInvite(email, role);
      if (invitation?.link) setInvited({ email: invitation.email, link: invitation.link });
      else if (!invitation) toast(t("added", { name: email }));
    });
  }
  return (
    <div className="grid grid-cols-1 gap-3">
      <form onSubmit={submit} className="flex flex-wrap items-start gap-2">
        <TextField
          ref={field}
          label={t("addPeople")}
          name="person"
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setError(null);
          }}
          placeholder={t("addPlaceholder")}
          autoComplete="off"
          spellCheck={false}
          error={error}
          className="min-w-52 flex-1"
        />
        <div className="w-32">
          <SelectField label={t("role")} value={role} options={boardRoles} textOf={(each) => t(`roles.${each}`)} onChange={setRole} />
        </div>
        <Button type="submit" disabled={isBusy} className="mt-6.5">
          {t("invite")}
        </Button>
      </form>
      <p role="status" className={people.length > 0 || !text ? "sr-only" : "text-muted text-sm"}>
        {text && !isLoading && (people.length === 0 && isAddress ? t("willInvite") : t("found", { count: people.length }))}
      </p>
      {people.length > 0 && (
        <ul aria-label={t("foundList")} className="grid max-h-56 grid-cols-1 divide-y overflow-y-auto rounded-2xl border">
          {people.map(({ id, displayName, email }) => {
            const name = displayName ?? email ?? t("unnamed");
            return (
              <li key={id} className="flex items-center justify-between gap-3 py-1.5 pr-1.5 pl-4">
                <div className="min-w-0">
                  <p className="truncate font-medium text-sm">{name}</p>
                  {email && email !== name && <p className="truncate text-muted text-xs">{email}</p>}
                </div>
                <Button look="quiet" disabled={isBusy} aria-label={t("addNamed", { name })} onClick={() => void add(id, name)}>
                  {t("add")}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {invited && pending.some(({ email }) => email === invited.email) && (
        <div className="grid gap-2 rounded-2xl border bg-sunken/60 p-4">
          <p role="status" className="wrap-anywhere text-sm">
            {t("invited", { email: invited.email })}
          </p>
          <CopyLink label={t("invitationLink", { email: invited.email })} address={invited.link} />
        </div>
      )}
    </div>
  );
}
