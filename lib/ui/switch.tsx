import { Switch as Radix } from "radix-ui";
import type { AriaProps } from "./aria-props";

interface SwitchProps extends AriaProps {
  id: string;
  /** Where no label beside it names it. */
  label?: string;
  isOn: boolean;
  isDisabled?: boolean;
  onChange: (isOn: boolean) => void;
}

/** On or off. */
export function Switch({ id, label, isOn, isDisabled, onChange, ...aria }: SwitchProps) {
  return (
    <Radix.Root
      id={id}
      aria-label={label}
      {...aria}
      checked={isOn}
      disabled={isDisabled ?? false}
      onCheckedChange={onChange}
      className="relative h-6 w-10 shrink-0 rounded-full bg-line transition-colors disabled:cursor-not-allowed disabled:opacity-45 data-[state=checked]:bg-accent pointer-coarse:after:absolute pointer-coarse:after:-inset-2.5"
    >
      <Radix.Thumb className="block size-4.5 translate-x-0.75 rounded-full bg-surface forced-colors:bg-[ButtonText] shadow transition-transform data-[state=checked]:translate-x-4.75" />
    </Radix.Root>
  );
}
