import type { AddedModel, AddedModels, ModelRefresh } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { Dialog } from "@/lib/ui/dialog";
import { DialogForm } from "../../_components/form-dialog";
import { ProblemList } from "./problem-list";
import { type WorkflowFile, WorkflowFileField } from "./workflow-file";

interface UpdateDialogProps {
  /** Null while it is closed. */
  model: AddedModel | null;
  refresh: AddedModels["refresh"];
  onKept: (model: AddedModel) => void;
  onClose: () => void;
}

/** Reads a model again, shows what is different, and keeps it as a new version once that is confirmed. */
export function UpdateDialog({ model, onClose, ...rest }: UpdateDialogProps) {
  const t = useTranslations("admin.models.update");
  return (
    <Dialog
      title={t("title", { title: model?.title ?? "" })}
      description={t("text")}
      isOpen={model !== null}
      onClose={onClose}
      className="!w-[min(36rem,calc(100vw-2rem))]"
    >
      {model && <Steps model={model} onClose={onClose} {...rest} />}
    </Dialog>
  );
}

function Steps({ model, refresh, onKept, onClose }: Omit<UpdateDialogProps, "model"> & { model: AddedModel }) {
  const t = useTranslations("admin.models.update");
  const [file, setFile] = useState<WorkflowFile | null>(null);
  const [found, setFound] = useState<ModelRefresh | null>(null);
  const source = { id: model.id, workflow: file?.workflow ?? null };
  if (!found) {
    const look = async () => {
      setFound(await refresh(source));
      return false;
    };
    return (
      <DialogForm action={t("compare")} fields={["workflow"]} onClose={onClose} onSubmit={look}>
        {(errorOf) =>
          model.source === "FILE" ? <WorkflowFileField error={errorOf("workflow")} onFile={setFile} /> : <p className="text-sm">{t("compareText")}</p>
        }
      </DialogForm>
    );
  }
  if (found.changes.length === 0 || !found.isUsable)
    return (
      <div className="grid gap-5">
        <p role="status" className="text-sm">
          {found.isUsable ? t("same") : t("unusable")}
        </p>
        <ProblemList problems={found.problems} />
        <div className="flex justify-end">
          <Button look="quiet" onClick={onClose}>
            {t("close")}
          </Button>
        </div>
      </div>
    );
  const keep = async () => {
    const again = await refresh({ ...source, confirmed: found.fingerprint });
    if (!again.isKept) {
      // It changed once more in between.
      setFound(again);
      return false;
    }
    onKept(model);
    return true;
  };
  return (
    <DialogForm action={t("keep", { version: model.version + 1 })} onClose={onClose} onSubmit={keep}>
      {() => (
        <>
          <ul aria-label={t("changes")} className="grid max-h-72 grid-cols-1 divide-y overflow-y-auto rounded-xl border bg-canvas">
            {found.changes.map(({ kind, field, change, isBreaking }) => (
              <li key={`${kind} ${field} ${change}`} className="px-3 py-2 text-sm">
                <p className="flex flex-wrap items-baseline justify-between gap-x-3">
                  <code className="min-w-0 break-all font-mono text-xs">{field}</code>
                  <span className={isBreaking ? "text-danger text-xs" : "text-muted text-xs"}>
                    {isBreaking ? t("breaking", { kind: t(`kinds.${kind}`) }) : t(`kinds.${kind}`)}
                  </span>
                </p>
                <p className="break-words">{change}</p>
              </li>
            ))}
          </ul>
          <ProblemList problems={found.problems} />
        </>
      )}
    </DialogForm>
  );
}
