"use client";

import { useAddedModels, useInstallation } from "@boards/client";
import { useState } from "react";
import { toast } from "sonner";
import { describeError } from "@/app/_components/describe-error";
import { Button } from "@/lib/ui/button";
import { AdminPage } from "../../_components/admin-page";
import { counted } from "../../_components/format";
import { Empty, Loading, LoadProblem } from "../../_components/load-states";
import { SwitchRow } from "../../_components/switch-row";
import { AddModelDialog } from "./add-model-dialog";
import { AddWorkflowDialog } from "./add-workflow-dialog";
import { type Asked, ModelDialogs } from "./model-dialogs";
import { ModelRow } from "./model-row";

/** Models that were added here, without code. */
export function ModelsPage() {
  const added = useAddedModels();
  const { models, total, membersMayAdd, isLoading, error, reload, hasMore } = added;
  const installation = useInstallation();
  const [adding, setAdding] = useState<"model" | "workflow" | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const refused = (refusal: unknown) => toast.error(describeError(refusal).message);
  const tellAdded = (title: string) => toast(`${title} is added as a draft. Try it, then offer it.`);
  const close = () => setAdding(null);
  return (
    <AdminPage title="Added models" text="Any model of fal or Replicate, and workflows of your ComfyUI server, without code.">
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setAdding("model")}>Add a model</Button>
        <Button look="quiet" onClick={() => setAdding("workflow")}>
          Upload a ComfyUI workflow
        </Button>
      </div>
      {isLoading && <Loading label="Loading added models" />}
      {error && !models && <LoadProblem what="The added models" onRetry={reload} />}
      {models?.length === 0 && <Empty title="No added models" text="Add one by its id, as in fal-ai/flux/dev, or by the address of its page." />}
      {models && models.length > 0 && (
        <div className="grid grid-cols-1 gap-3">
          <p className="text-muted text-sm">{counted(total, "model")}</p>
          <ul aria-label="Added models" className="grid grid-cols-1 divide-y rounded-2xl border bg-surface">
            {models.map((model) => (
              <ModelRow
                key={model.id}
                model={model}
                onAction={(action) => {
                  if (action === "offer") added.offer(model.id).then(() => toast(`${model.title} is offered.`), refused);
                  else setAsked({ action, model });
                }}
              />
            ))}
          </ul>
          {hasMore && (
            <Button look="quiet" className="justify-self-start" onClick={() => void added.loadMore().catch(refused)}>
              Show more
            </Button>
          )}
        </div>
      )}
      {models && (
        <div className="border-t pt-6">
          <SwitchRow
            label="Members may add models"
            text="They try what they added; an admin offers it to everybody."
            isOn={membersMayAdd}
            onChange={(isAllowed) => void added.allowMembers(isAllowed).catch(refused)}
          />
        </div>
      )}
      <AddModelDialog isOpen={adding === "model"} isInstallationAdmin={installation.isAdmin} added={added} onAdded={tellAdded} onClose={close} />
      <AddWorkflowDialog
        isOpen={adding === "workflow"}
        isInstallationAdmin={installation.isAdmin}
        added={added}
        onAdded={tellAdded}
        onClose={close}
      />
      <ModelDialogs asked={asked} added={added} onClose={() => setAsked(null)} />
    </AdminPage>
  );
}
