import type { UploadItem } from "@boards/client";
import { RotateCcw, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { IconButton } from "@/lib/ui/icon-button";
import { ProgressBar } from "@/lib/ui/progress-bar";

interface UploadListProps {
  items: UploadItem[];
  onDismiss: (key: string) => void;
  onRetry: (key: string) => void;
}

/** Files on their way or being checked, and those that failed with the reason. */
export function UploadList({ items, onDismiss, onRetry }: UploadListProps) {
  const t = useTranslations("studio.upload");
  const { inWords } = useErrorWords();
  if (items.length === 0) return null;
  return (
    <ul aria-label={t("list")} className="mx-4 mt-4 grid grid-cols-1 gap-2 sm:mx-6">
      {items.map(({ key, name, progress, isChecking, error }) => (
        <li key={key} className="flex items-center gap-3 rounded-xl border bg-surface px-4 py-2 text-sm">
          {/* Phones have no room for a name and what is said of it in one line. */}
          <div className="flex min-w-0 grow items-center gap-x-3 gap-y-1 max-sm:flex-wrap">
            <span className="min-w-0 truncate font-medium max-sm:basis-full">{name}</span>
            {error ? (
              <span role="alert" className="wrap-anywhere min-w-0 grow text-danger max-sm:basis-full">
                {inWords(error).message}
              </span>
            ) : isChecking ? (
              <span role="status" className="grow text-muted">
                {t("checking")}
              </span>
            ) : (
              <ProgressBar label={t("uploading", { name })} value={progress} className="min-w-8 grow" />
            )}
          </div>
          {error && (
            <IconButton label={t("retry", { name })} onClick={() => onRetry(key)}>
              <RotateCcw size={16} />
            </IconButton>
          )}
          <IconButton label={t(error ? "dismiss" : "cancel", { name })} onClick={() => onDismiss(key)}>
            <X size={16} />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
