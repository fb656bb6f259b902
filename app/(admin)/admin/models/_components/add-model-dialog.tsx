import type { AddedModels, DescribedModel } from "@boards/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/lib/ui/dialog";
import { type LookUp, LookUpForm } from "./look-up-form";
import { ModelReview } from "./model-review";

interface AddModelDialogProps {
  isOpen: boolean;
  isInstallationAdmin: boolean;
  added: Pick<AddedModels, "providers" | "describe" | "add">;
  onAdded: (title: string) => void;
  onClose: () => void;
}

/** Adds a model of a provider that describes its models: looked up first, then decided about. */
export function AddModelDialog({ isOpen, onClose, ...rest }: AddModelDialogProps) {
  const t = useTranslations("admin.models.lookUp");
  return (
    <Dialog title={t("title")} description={t("text")} isOpen={isOpen} onClose={onClose} className="!w-[min(36rem,calc(100vw-2rem))]">
      <Steps onClose={onClose} {...rest} />
    </Dialog>
  );
}

function Steps({ isInstallationAdmin, added, onAdded, onClose }: Omit<AddModelDialogProps, "isOpen">) {
  const [found, setFound] = useState<{ model: DescribedModel; lookUp: LookUp } | null>(null);
  if (!found)
    return (
      <LookUpForm providers={added.providers} look={added.describe} onFound={(model, lookUp) => setFound({ model, lookUp })} onClose={onClose} />
    );
  return (
    <ModelReview
      model={found.model}
      isInstallationAdmin={isInstallationAdmin}
      onBack={() => setFound(null)}
      onAdd={async (choices) => {
        const { title } = await added.add({ ...found.lookUp, ...choices });
        onAdded(title);
        onClose();
        return false;
      }}
    />
  );
}
