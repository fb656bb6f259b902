import { useId, useState } from "react";
import { useTranslations } from "use-intl";

/** As the server takes it. */
const longestWorkflow = 262_144;

/** A file of a ComfyUI workflow. */
export interface WorkflowFile {
  fileName: string;
  workflow: string;
}

interface WorkflowFileFieldProps {
  error: string | null;
  onFile: (file: WorkflowFile | null) => void;
}

/** Chooses the file that ComfyUI exported. */
export function WorkflowFileField({ error, onFile }: WorkflowFileFieldProps) {
  const t = useTranslations("admin.models.workflow");
  const id = useId();
  const [refusal, setRefusal] = useState<string | null>(null);
  const read = async (file: File | undefined) => {
    const isTooLarge = file !== undefined && file.size > longestWorkflow * 4;
    const workflow = file && !isTooLarge ? await file.text() : "";
    const isTooLong = isTooLarge || workflow.length > longestWorkflow;
    setRefusal(isTooLong ? t("tooLong", { limit: longestWorkflow }) : null);
    onFile(file && !isTooLong ? { fileName: file.name, workflow } : null);
  };
  const shown = refusal ?? error;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {t("file")}
      </label>
      <input
        id={id}
        type="file"
        accept=".json,application/json"
        required
        aria-invalid={shown !== null}
        aria-describedby={`${id}-help${shown ? ` ${id}-error` : ""}`}
        onChange={({ target }) => void read(target.files?.[0])}
        className="w-full min-w-0 rounded-xl border bg-canvas p-2 text-sm file:mr-3 file:h-8 pointer-coarse:file:h-11 file:rounded-full file:border-0 file:bg-sunken file:px-4 file:font-medium file:text-ink"
      />
      <p id={`${id}-help`} className="text-muted text-xs">
        {t("help")}
      </p>
      {shown && (
        <p id={`${id}-error`} role="alert" className="break-words text-danger text-sm">
          {shown}
        </p>
      )}
    </div>
  );
}
