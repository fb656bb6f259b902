import type { AdministeredGenerator } from "@boards/client";
import { GeneratorRow } from "./generator-row";

interface GeneratorGroupProps {
  heading: string;
  generators: AdministeredGenerator[];
  /** Switches whose change is under way. */
  switched: Record<string, boolean>;
  onOffer: (generator: AdministeredGenerator, isOffered: boolean) => void;
  onEdit: (generator: AdministeredGenerator) => void;
}

/** The generators of one kind; nothing when there are none. */
export function GeneratorGroup({ heading, generators, switched, onOffer, onEdit }: GeneratorGroupProps) {
  if (generators.length === 0) return null;
  return (
    <section aria-label={heading} className="grid grid-cols-1 gap-3">
      <h2 className="flex items-baseline gap-2 font-serif text-2xl">
        {heading} <span className="font-sans text-muted text-sm tabular-nums">{generators.length}</span>
      </h2>
      <ul aria-label={heading} className="grid grid-cols-1 divide-y rounded-2xl border bg-surface">
        {generators.map((generator) => (
          <GeneratorRow
            key={generator.name}
            generator={generator}
            isOn={switched[generator.name] ?? generator.isOffered}
            onOffer={onOffer}
            onEdit={onEdit}
          />
        ))}
      </ul>
    </section>
  );
}
