import { ImageOff } from "lucide-react";

/** Stands where an artifact cannot be shown, and says why. */
export function Unavailable({ sentence }: { sentence: string }) {
  return (
    <div className="grid max-w-md justify-items-center gap-4 text-center">
      <ImageOff size={48} className="text-muted" />
      <p className="text-balance text-muted">{sentence}</p>
    </div>
  );
}
