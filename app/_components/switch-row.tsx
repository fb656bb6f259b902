import { useId } from "react";
import { Switch } from "@/lib/ui/switch";

interface SwitchRowProps {
  label: string;
  text: string;
  isOn: boolean;
  isDisabled?: boolean;
  onChange: (isOn: boolean) => void;
}

/** A switch with a sentence about what it does. */
export function SwitchRow({ label, text, isOn, isDisabled = false, onChange }: SwitchRowProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-6">
      <div className="min-w-0">
        <label htmlFor={id} className="font-medium text-sm">
          {label}
        </label>
        <p className="mt-0.5 text-muted text-xs">{text}</p>
      </div>
      <Switch id={id} isOn={isOn} isDisabled={isDisabled} onChange={onChange} />
    </div>
  );
}
