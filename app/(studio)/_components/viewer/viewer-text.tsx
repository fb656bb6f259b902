import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { copyText } from "@/lib/ui/copy-text";
import { toast } from "@/lib/ui/toast";

/** A text in full, to read and to copy. */
export function ViewerText({ text }: { text: string }) {
  const t = useTranslations("studio.viewer");
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    if (await copyText(text)) setIsCopied(true);
    else toast.error(t("copyFailed"));
  };
  return (
    <div className="flex max-h-full min-h-0 w-full max-w-2xl flex-col gap-3">
      <article className="min-h-0 overflow-y-auto whitespace-pre-wrap break-words rounded-xl border bg-surface p-6 font-serif text-xl leading-relaxed sm:p-8">
        {text}
      </article>
      <Button look="quiet" className="self-start" onClick={() => void copy()}>
        {isCopied ? <Check size={16} /> : <Copy size={16} />} {isCopied ? t("copied") : t("copy")}
      </Button>
    </div>
  );
}
