"use client";

import { Upload } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/lib/ui/button";
import { Dialog } from "@/lib/ui/dialog";
import { TextField } from "@/lib/ui/text-field";

/** Uploads from this machine or from an address. */
export function UploadMenu({ onFiles, onUrl }: { onFiles: (files: File[]) => void; onUrl: (url: string) => void }) {
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
      <Button look="quiet" onClick={() => setIsOpen(true)} className="!h-9 !px-3 sm:!px-4">
        <Upload size={16} /> <span className="hidden sm:inline">Upload</span>
        <span className="sr-only sm:hidden">Upload</span>
      </Button>
      <Dialog
        title="Upload"
        description="Pictures, videos, sounds and texts, up to 100 MB each. You can also drop or paste them onto the board."
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        <input
          ref={fileInput}
          type="file"
          multiple
          aria-label="Files"
          className="sr-only"
          onChange={({ target }) => {
            setIsOpen(false);
            onFiles([...(target.files ?? [])]);
          }}
        />
        <Button className="w-full" onClick={() => fileInput.current?.click()}>
          Choose files
        </Button>
        <form onSubmit={fetchUrl} className="mt-5 flex items-end gap-2 border-t pt-5">
          <TextField label="Or from an address" name="url" type="url" placeholder="https://…" className="grow" />
          <Button look="quiet" type="submit">
            Fetch
          </Button>
        </form>
      </Dialog>
    </>
  );
}
