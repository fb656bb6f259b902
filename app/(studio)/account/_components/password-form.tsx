import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { type DescribedError, useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { TextField } from "@/lib/ui/text-field";
import { toast } from "@/lib/ui/toast";

type Passwords = { currentPassword: string; newPassword: string };

/** Sets another password, for whoever knows the one of now. */
export function PasswordForm({ email, onChange }: { email: string; onChange: (given: Passwords) => Promise<unknown> }) {
  const t = useTranslations("studio.password");
  const { describeError } = useErrorWords();
  const [error, setError] = useState<DescribedError | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setIsBusy(true);
    setError(null);
    try {
      await onChange({ currentPassword: String(given.get("currentPassword")), newPassword: String(given.get("newPassword")) });
      form.current?.reset();
      toast(t("done"));
    } catch (refusal) {
      setError(describeError(refusal));
    }
    setIsBusy(false);
  }
  const errorOf = (field: keyof Passwords) => (error?.field === field ? error.message : null);
  const isAtField = errorOf("currentPassword") !== null || errorOf("newPassword") !== null;
  return (
    <form ref={form} onSubmit={submit} className="grid max-w-sm gap-5">
      {/* Tells password managers whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label={t("current")}
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        required
        error={errorOf("currentPassword")}
      />
      <TextField
        label={t("new")}
        help={t("newHelp")}
        name="newPassword"
        type="password"
        autoComplete="new-password"
        required
        error={errorOf("newPassword")}
      />
      {error && !isAtField && (
        <p role="alert" className="text-danger text-sm">
          {error.message}
        </p>
      )}
      <Button type="submit" look="quiet" disabled={isBusy} className="justify-self-start">
        {isBusy ? t("changing") : t("change")}
      </Button>
    </form>
  );
}
