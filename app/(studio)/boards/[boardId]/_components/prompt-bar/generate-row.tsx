import { readInputPath, useCostEstimate, useViewer } from "@boards/client";
import { ArrowUp, Loader2 } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { AddKeyDialog } from "@/app/_components/add-key-dialog";
import { Button } from "@/lib/ui/button";
import { useCostWords } from "../../../../_components/describe-cost";
import { topOf, usePrompt, usePromptContext } from "./prompt-context";
import { useSettings } from "./settings/settings-state";

/** Price and Generate, or what is missing: pressing either then leads there. */
export function GenerateRow() {
  const t = useTranslations("studio.promptBar");
  const id = useId();
  const describeCost = useCostWords();
  const { isSending, send, error } = usePromptContext();
  const { generator, promptField, values, form, inputParams } = usePrompt();
  const { showField } = useSettings();
  const { isAdmin } = useViewer();
  const [isAddingKey, setIsAddingKey] = useState(false);
  const unavailable = generator?.unavailableReason ?? null;
  const isPromptMissing = promptField?.title === "Prompt" && form.notReadyAt === promptField.name && !values[promptField.name];
  const reason = unavailable ?? (isPromptMissing ? t("writePrompt") : form.notReady);
  const missing = unavailable ? undefined : topOf(form.notReadyAt);
  const estimate = useCostEstimate(generator?.name ?? "", reason ? null : inputParams);
  const refused = topOf(error?.field && readInputPath(error.field));
  useEffect(() => {
    if (error && refused) showField(refused);
  }, [error, refused, showField]);
  if (!generator) return null;
  const isOff = reason !== null || isSending;
  return (
    <div className="contents min-w-0 grow flex-wrap items-center justify-end gap-x-3 gap-y-1 sm:ml-auto sm:flex">
      <div id={id} aria-live="polite" className="order-1 min-w-0 max-sm:grow max-sm:px-1 sm:order-none sm:text-right text-sm">
        {form.elsewhere.map((message) => (
          <p key={message} role="alert" className="text-danger">
            {message}
          </p>
        ))}
        {missing ? (
          <button
            type="button"
            onClick={() => showField(missing)}
            className="relative rounded text-left text-muted underline decoration-line underline-offset-4 after:absolute after:-inset-y-3 after:inset-x-0 hover:text-ink sm:text-right"
          >
            {reason}
          </button>
        ) : (
          <p className="text-muted tabular-nums">
            {reason ?? (estimate ? describeCost(estimate, generator) : "")}
            {unavailable && isAdmin && (
              <button
                type="button"
                onClick={() => setIsAddingKey(true)}
                className="ml-2 rounded text-accent underline underline-offset-4 pointer-coarse:min-h-11"
              >
                {t("addKey")}
              </button>
            )}
          </p>
        )}
      </div>
      {/* On phones the chips stand below, in a line of their own. */}
      <span aria-hidden className="order-1 basis-full sm:hidden" />
      <Button
        aria-describedby={id}
        aria-disabled={isOff}
        title={t("shortcut")}
        onClick={() => (isOff ? missing && showField(missing) : void send())}
        className="aria-disabled:cursor-not-allowed aria-disabled:bg-sunken aria-disabled:text-muted max-sm:order-2 max-sm:ml-auto max-sm:size-11 max-sm:px-0 pointer-coarse:h-11"
      >
        {isSending ? <Loader2 size={17} className="animate-spin" /> : <ArrowUp size={17} />} <span className="max-sm:sr-only">{t("generate")}</span>
      </Button>
      {isAddingKey && <AddKeyDialog providerName={generator.provider} onClose={() => setIsAddingKey(false)} />}
    </div>
  );
}
