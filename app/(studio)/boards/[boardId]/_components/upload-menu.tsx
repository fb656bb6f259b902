"use client";

import { useViewer } from "@boards/client";
import { Upload } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { formatBytes } from "@/lib/platform/text/format-bytes";
import { Button } from "@/lib/ui/button";
import { Dialog } from "@/lib/ui/dialog";
import { TextField } from "@/lib/ui/text-field";

/** Uploads from this machine or from an address. */
export function UploadMenu({ onFiles, onUrl }: { onFiles: (files: File[]) => void; onUrl: (url: string) => void }) {
  const t = useTranslations("studio.upload");
  const { maxUploadBytes } = useViewer();
  const [isOpen, setIsOpen] = useState(false);
  const fileInput = useRef<HTMLInputElement>(null);
  const fetchUrl = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const url = String(new FormData(event.currentTarget).get("url")).trim();
    if (!url) return;
    setIsOpen(false);
    onUrl(url);
  };
  return (
    <>
      <Button look="quiet" onClick={() => setIsOpen(true)} className="pointer-fine:!h-9 !px-3 sm:!px-4">
        <Upload size={16} /> <span className="sr-only sm:not-sr-only">{t("title")}</span>
      </Button>
      <Dialog
        title={t("title")}
        description={t("text", { limit: maxUploadBytes ? formatBytes(maxUploadBytes) : "none" })}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        <input
          ref={fileInput}
          type="file"
          multiple
          aria-label={t("files")}
          className="sr-only"
          onChange={({ target }) => {
            setIsOpen(false);
            onFiles([...(target.files ?? [])]);
          }}
        />
        <Button className="w-full" onClick={() => fileInput.current?.click()}>
          {t("choose")}
        </Button>
        <form onSubmit={fetchUrl} className="mt-5 flex items-end gap-2 border-t pt-5">
          <TextField label={t("url")} name="url" type="url" placeholder={t("urlPlaceholder")} className="grow" />
          <Button look="quiet" type="submit">
            {t("import")}
          </Button>
        </form>
      </Dialog>
    </>
  );
}
