"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { copyText } from "@/lib/ui/copy-text";
import { fieldLook } from "@/lib/ui/text-field";
import { toast } from "@/lib/ui/toast";

/** An address of this installation in full: the server leaves out its own where its settings don't say it. */
const fullAddress = (address: string): string => new URL(address, window.location.origin).href;

/** A function that copies a link and says whether it was copied. */
export function useCopyLink(): (address: string) => Promise<void> {
  const t = useTranslations("app.copyLink");
  return async (address) => {
    if (await copyText(fullAddress(address))) toast(t("copied"));
    else toast.error(t("notCopied"));
  };
}

/** A link to be passed on, to be selected or copied. */
export function CopyLink({ label, address }: { label: string; address: string }) {
  const t = useTranslations("app.copyLink");
  const copy = useCopyLink();
  return (
    <div className="flex items-center gap-2">
      <input
        readOnly
        aria-label={label}
        value={fullAddress(address)}
        onFocus={({ target }) => target.select()}
        className={`${fieldLook} min-w-0 grow truncate`}
      />
      <Button look="quiet" onClick={() => void copy(address)}>
        <Copy size={16} /> {t("copy")}
      </Button>
    </div>
  );
}
