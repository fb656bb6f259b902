"use client";

import { useAddedModels, useInstallation } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorWords } from "@/app/_components/describe-error";
import { SwitchRow } from "@/app/_components/switch-row";
import { Button } from "@/lib/ui/button";
import { toast } from "@/lib/ui/toast";
import { AdminPage } from "../../_components/admin-page";
import { Empty, Loading, LoadProblem } from "../../_components/load-states";
import { AddModelDialog } from "./add-model-dialog";
import { AddWorkflowDialog } from "./add-workflow-dialog";
import { type Asked, ModelDialogs } from "./model-dialogs";
import { ModelRow } from "./model-row";

/** Models that were added here, without code. */
export function ModelsPage() {
  const t = useTranslations("admin.models");
  const { describeError } = useErrorWords();
  const added = useAddedModels();
  const { models, total, membersMayAdd, isLoading, error, reload, hasMore } = added;
  const installation = useInstallation();
  const [adding, setAdding] = useState<"model" | "workflow" | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const refused = (refusal: unknown) => toast.error(describeError(refusal).message);
  const tellAdded = (title: string) => toast(t("added", { title }));
  const close = () => setAdding(null);
  return (
    <AdminPage page="models" text={t("text")}>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setAdding("model")}>{t("add")}</Button>
        <Button look="quiet" onClick={() => setAdding("workflow")}>
          {t("upload")}
        </Button>
      </div>
      {isLoading && <Loading label={t("loading")} />}
      {error && !models && <LoadProblem title={t("loadProblem")} onRetry={reload} />}
      {models?.length === 0 && (
        <Empty title={t("empty.title")} text={t.rich("empty.text", { id: (words) => <span className="whitespace-nowrap">{words}</span> })} />
      )}
      {models && models.length > 0 && (
        <div className="grid grid-cols-1 gap-3">
          <p className="text-muted text-sm">{t("count", { count: total })}</p>
          <ul aria-label={t("list")} className="grid grid-cols-1 divide-y rounded-2xl border bg-surface">
            {models.map((model) => (
              <ModelRow
                key={model.id}
                model={model}
                onAction={(action) => {
                  if (action === "publish") added.offer(model.id).then(() => toast(t("published", { title: model.title })), refused);
                  else setAsked({ action, model });
                }}
              />
            ))}
          </ul>
          {hasMore && (
            <Button look="quiet" className="justify-self-start" onClick={() => void added.loadMore().catch(refused)}>
              {t("more")}
            </Button>
          )}
        </div>
      )}
      {models && (
        <div className="border-t pt-6">
          <SwitchRow
            label={t("membersMayAdd")}
            text={t("membersMayAddText")}
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
