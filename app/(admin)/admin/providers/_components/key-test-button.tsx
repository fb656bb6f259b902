import type { KeyTest } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";

interface KeyTestButtonProps {
  /** Of the provider. */
  title: string;
  what: "key" | "address";
  onTest: () => Promise<KeyTest>;
  /** Given what came of it, or a sentence on why it could not be tested. */
  onTested: (result: KeyTest | string) => void;
}

/** Tests the key of a provider. */
export function KeyTestButton({ title, what, onTest, onTested }: KeyTestButtonProps) {
  const t = useTranslations("admin.providers");
  const { describeError } = useErrorWords();
  const [isTesting, setTesting] = useState(false);
  const test = async () => {
    if (isTesting) return;
    setTesting(true);
    onTested(await onTest().catch((error: unknown) => describeError(error).message));
    setTesting(false);
  };
  const action = t("test", { what });
  return (
    <Button look="quiet" aria-label={t("actionFor", { action, title })} aria-disabled={isTesting} onClick={() => void test()}>
      {isTesting ? t("testing") : action}
    </Button>
  );
}
