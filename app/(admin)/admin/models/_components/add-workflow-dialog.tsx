import type { AddedModels, DescribedModel } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/lib/ui/dialog";
import { DialogForm } from "../../_components/form-dialog";
import { ModelReview } from "./model-review";
import { type WorkflowFile, WorkflowFileField } from "./workflow-file";

interface AddWorkflowDialogProps {
  isOpen: boolean;
  isInstallationAdmin: boolean;
  added: Pick<AddedModels, "describeWorkflow" | "addWorkflow">;
  onAdded: (title: string) => void;
  onClose: () => void;
}

/** Adds a ComfyUI workflow by its file. */
export function AddWorkflowDialog({ isOpen, onClose, ...rest }: AddWorkflowDialogProps) {
  const t = useTranslations("admin.models.workflow");
  return (
    <Dialog title={t("title")} description={t("text")} isOpen={isOpen} onClose={onClose} className="!w-[min(36rem,calc(100vw-2rem))]">
      <Steps onClose={onClose} {...rest} />
    </Dialog>
  );
}

function Steps({ isInstallationAdmin, added, onAdded, onClose }: Omit<AddWorkflowDialogProps, "isOpen">) {
  const t = useTranslations("admin.models.workflow");
  const [file, setFile] = useState<WorkflowFile | null>(null);
  const [model, setModel] = useState<DescribedModel | null>(null);
  if (file && model)
    return (
      <ModelReview
        model={model}
        isInstallationAdmin={isInstallationAdmin}
        onBack={() => setModel(null)}
        onAdd={async (choices) => {
          const { title } = await added.addWorkflow({ ...file, ...choices });
          onAdded(title);
          onClose();
          return false;
        }}
      />
    );
  const look = async () => {
    if (file) setModel(await added.describeWorkflow(file.fileName, file.workflow));
    return false;
  };
  return (
    <DialogForm action={t("action")} fields={["workflow"]} onClose={onClose} onSubmit={look}>
      {(errorOf) => <WorkflowFileField error={errorOf("workflow")} onFile={setFile} />}
    </DialogForm>
  );
}
