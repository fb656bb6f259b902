import { Switch as Radix } from "radix-ui";

/** On or off. */
export function Switch({ id, isOn, onChange }: { id: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <Radix.Root
      id={id}
      checked={isOn}
      onCheckedChange={onChange}
      className="h-6 w-10 shrink-0 rounded-full bg-line transition-colors data-[state=checked]:bg-accent"
    >
      <Radix.Thumb className="block size-4.5 translate-x-0.75 rounded-full bg-surface shadow transition-transform data-[state=checked]:translate-x-4.75" />
    </Radix.Root>
  );
}
