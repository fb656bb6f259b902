import { type AdministeredGenerator, type SettingChanges, useDeclaredForm } from "@boards/client";
import { ToggleGroup } from "radix-ui";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/lib/ui/dialog";
import { Loading } from "../../_components/load-states";
import { SettingForm } from "./setting-form";

type Change = (generator: AdministeredGenerator, changes: SettingChanges, forInstallation: boolean) => Promise<unknown>;

interface GeneratorDialogProps {
  /** What is changed; null while it is closed. */
  generator: AdministeredGenerator | null;
  isInstallationAdmin: boolean;
  onChange: Change;
  onClose: () => void;
}

/** Changes what holds for a generator: for the tenant, and by admins of the installation for all. */
export function GeneratorDialog({ generator, onClose, ...rest }: GeneratorDialogProps) {
  return (
    <Dialog
      title={generator?.title ?? ""}
      {...(generator ? { description: generator.description } : {})}
      isOpen={generator !== null}
      onClose={onClose}
      className="!w-[min(42rem,calc(100vw-2rem))]"
    >
      {generator && <Settings generator={generator} onClose={onClose} {...rest} />}
    </Dialog>
  );
}

interface SettingsProps extends Omit<GeneratorDialogProps, "generator"> {
  generator: AdministeredGenerator;
}

const scopes = ["tenant", "installation"] as const;
type Scope = (typeof scopes)[number];

function Settings({ generator, isInstallationAdmin, onChange, onClose }: SettingsProps) {
  const t = useTranslations("admin.generators.dialog");
  const [scope, setScope] = useState<Scope>("tenant");
  const { fields, error } = useDeclaredForm(generator.name);
  const isForAll = scope === "installation";
  if (error)
    return (
      <p role="alert" className="text-danger text-sm">
        {t("loadProblem")}
      </p>
    );
  if (!fields) return <Loading label={t("loading")} />;
  return (
    <div className="grid gap-5">
      {isInstallationAdmin && (
        <ToggleGroup.Root
          type="single"
          value={scope}
          onValueChange={(next) => next && setScope(next as Scope)}
          aria-label={t("scope")}
          className="flex w-fit rounded-full border bg-canvas p-1"
        >
          {scopes.map((value) => (
            <ToggleGroup.Item
              key={value}
              value={value}
              className="h-8 pointer-coarse:h-11 rounded-full px-3.5 text-sm data-[state=on]:bg-accent data-[state=on]:text-on-accent"
            >
              {t(value)}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup.Root>
      )}
      <SettingForm
        key={scope}
        generator={generator}
        setting={isForAll ? generator.shared : generator.own}
        isForAll={isForAll}
        fields={fields}
        onSave={(changes) => onChange(generator, changes, isForAll)}
        onClose={onClose}
      />
    </div>
  );
}
