import type { InputField } from "@boards/client";
import { formatBytes } from "@/lib/platform/text/format-bytes";
import { Thumbnail } from "./thumbnail";
import type { ViewedGeneration } from "./viewer-media";

interface ViewerFactsProps {
  generation: ViewedGeneration;
  fields: InputField[];
  onView: (id: string) => void;
}

/** Words, parameters, file facts, and the lineage one step back and forth. */
export function ViewerFacts({ generation, fields, onView }: ViewerFactsProps) {
  const parameters = generation.inputParams as Record<string, unknown>;
  const { prompt, template } = parameters;
  const words = prompt ?? template;
  const artifactInputs = new Set(generation.inputArtifacts.map(({ role }) => role));
  const shown = Object.entries(parameters).filter(
    ([name, value]) => !["prompt", "template"].includes(name) && !artifactInputs.has(name) && value !== null && value !== "",
  );
  const inputs = generation.inputArtifacts;
  return (
    <>
      {typeof words === "string" && <p className="whitespace-pre-wrap text-pretty text-lg leading-snug">{words}</p>}
      {inputs.length > 0 && (
        <Related heading="Made from">
          {inputs.map(({ role, generation: source }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one artifact may stand in a list twice
            <li key={index}>
              {source ? (
                <RelatedButton label={`Input ${role}`} generation={source} onView={onView} />
              ) : (
                <span className="text-muted text-xs">deleted</span>
              )}
            </li>
          ))}
        </Related>
      )}
      {generation.usedBy.length > 0 && (
        <Related heading="Used for">
          {generation.usedBy.map((user) => (
            <li key={user.id}>
              <RelatedButton label={`Used for ${user.generatorName}`} generation={user} onView={onView} />
            </li>
          ))}
        </Related>
      )}
      {shown.length > 0 && (
        <Facts
          heading="Settings"
          facts={shown.map(([name, value]) => [fields.find((field) => field.name === name)?.title ?? name.replaceAll("_", " "), textOf(value)])}
        />
      )}
      <Facts heading="File" facts={fileFacts(generation)} />
    </>
  );
}

const textOf = (value: unknown) =>
  typeof value === "boolean" ? (value ? "yes" : "no") : typeof value === "object" ? JSON.stringify(value) : String(value);

function fileFacts(generation: ViewedGeneration): [string, string][] {
  const { width, height, durationSeconds, frameRate, sampleRate, channels, mimeType, fileSizeBytes, createdAt, startedAt, completedAt, user } =
    generation;
  const took = startedAt && completedAt ? (new Date(completedAt).getTime() - new Date(startedAt).getTime()) / 1000 : 0;
  const facts: [string, string | false | 0 | null | undefined][] = [
    ["Size", width && height && `${width} × ${height}`],
    ["Duration", durationSeconds && `${durationSeconds.toFixed(2)} s`],
    ["Frame rate", frameRate && `${Math.round(frameRate * 100) / 100} frames a second`],
    ["Audio", sampleRate && `${(sampleRate / 1000).toFixed(1)} kHz, ${channels === 1 ? "mono" : channels === 2 ? "stereo" : `${channels} channels`}`],
    ["Type", mimeType],
    ["Note", generation.fileNote],
    ["File size", fileSizeBytes && formatBytes(fileSizeBytes)],
    ["Created", new Date(createdAt).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" })],
    [
      generation.isSimulated ? "Normal cost" : "Cost",
      generation.costUsd !== null && generation.costUsd !== undefined && `$${generation.costUsd.toFixed(generation.costUsd < 0.1 ? 3 : 2)}`,
    ],
    ["Simulated", generation.isSimulated && "no provider was called or paid"],
    ["Made by", generation.madeByGenerator && `${generation.madeByGenerator}, in place of ${generation.generatorName}`],
    ["Took", took > 0 && `${took.toFixed(1)} s`],
    ["By", user.displayName],
  ];
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]));
}

function Facts({ heading, facts }: { heading: string; facts: [string, string][] }) {
  return (
    <section className="border-t pt-4">
      <h3 className="mb-2 font-medium text-sm">{heading}</h3>
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="break-words text-right">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Related({ heading, children }: { heading: string; children: React.ReactNode }) {
  return (
    <section>
      <h3 className="mb-2 font-medium text-sm">{heading}</h3>
      <ul className="flex flex-wrap gap-2">{children}</ul>
    </section>
  );
}

function RelatedButton({
  label,
  generation,
  onView,
}: {
  label: string;
  generation: ViewedGeneration["usedBy"][number];
  onView: (id: string) => void;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={() => onView(generation.id)}
      className="block size-16 overflow-hidden rounded-xl border hover:border-accent"
    >
      <Thumbnail generation={generation} />
    </button>
  );
}
