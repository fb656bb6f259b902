import { Switch as Radix } from "radix-ui";

interface SwitchProps {
  id: string;
  isOn: boolean;
  isDisabled?: boolean;
  onChange: (isOn: boolean) => void;
}

/** On or off. */
export function Switch({ id, isOn, isDisabled, onChange }: SwitchProps) {
  return (
    <Radix.Root
      id={id}
      checked={isOn}
      disabled={isDisabled ?? false}
      onCheckedChange={onChange}
      className="h-6 w-10 shrink-0 rounded-full bg-line transition-colors disabled:cursor-not-allowed disabled:opacity-45 data-[state=checked]:bg-accent"
    >
      <Radix.Thumb className="block size-4.5 translate-x-0.75 rounded-full bg-surface shadow transition-transform data-[state=checked]:translate-x-4.75" />
    </Radix.Root>
  );
}
