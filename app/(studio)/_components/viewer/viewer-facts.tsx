import type { GeneratorForm } from "@boards/client";
import { useTranslations } from "use-intl";
import { formatBytes } from "@/lib/platform/text/format-bytes";
import { FoldedText } from "@/lib/ui/folded-text";
import { useDollars } from "../describe-cost";
import { useParameterWords } from "../describe-parameter";
import { Thumbnail } from "../tile/thumbnail";
import type { ViewedGeneration } from "./viewer-media";

interface ViewerFactsProps {
  generation: ViewedGeneration;
  generators: GeneratorForm[];
  onView: (id: string) => void;
}

/** Words, parameters, file facts, and the lineage one step back and forth. */
export function ViewerFacts({ generation, generators, onView }: ViewerFactsProps) {
  const t = useTranslations("studio.facts");
  const fileFacts = useFileFacts(generation, generators);
  const fields = generators.find(({ name }) => name === generation.generatorName)?.fields ?? [];
  const parameters = generation.inputParams as Record<string, unknown>;
  const { prompt, template } = parameters;
  const words = prompt ?? template;
  const artifactInputs = new Set(generation.inputArtifacts.map(({ role }) => role));
  const shown = Object.entries(parameters).filter(
    ([name, value]) => !["prompt", "template"].includes(name) && !artifactInputs.has(name) && value !== null && value !== "",
  );
  const inputs = generation.inputArtifacts;
  const { titleOf, textOf } = useParameterWords(fields);
  return (
    <>
      {typeof words === "string" && (
        <FoldedText
          key={generation.id}
          text={words}
          words={{ more: t("showAll"), less: t("showLess") }}
          className="text-pretty text-lg leading-snug"
        />
      )}
      {inputs.length > 0 && (
        <Related heading={t("madeFrom")}>
          {inputs.map(({ role, generation: source }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one artifact may stand in a list twice
            <li key={index}>
              {source ? (
                <RelatedButton label={t("input", { role })} generation={source} onView={onView} />
              ) : (
                <span className="text-muted text-xs">{t("deleted")}</span>
              )}
            </li>
          ))}
        </Related>
      )}
      {generation.usedBy.length > 0 && (
        <Related heading={t("usedFor")}>
          {generation.usedBy.map((user) => (
            <li key={user.id}>
              <RelatedButton label={t("usedForNamed", { name: user.generatorTitle })} generation={user} onView={onView} />
            </li>
          ))}
        </Related>
      )}
      {shown.length > 0 && <Facts heading={t("settings")} facts={shown.map(([name, value]) => [titleOf(name), textOf(value)])} />}
      <Facts heading={t("file")} facts={fileFacts} />
    </>
  );
}

function useFileFacts(generation: ViewedGeneration, generators: GeneratorForm[]): [string, string][] {
  const t = useTranslations("studio.facts");
  const dollars = useDollars();
  const { width, height, durationSeconds, frameRate, sampleRate, channels, mimeType, fileSizeBytes, createdAt, startedAt, completedAt, user } =
    generation;
  const took = startedAt && completedAt ? (new Date(completedAt).getTime() - new Date(startedAt).getTime()) / 1000 : 0;
  const madeBy = generation.madeByGenerator;
  const maker = madeBy && (generators.find(({ name }) => name === madeBy)?.title ?? madeBy);
  const facts: [string, string | false | 0 | null | undefined][] = [
    [t("size"), width && height && t("sizeValue", { width: String(width), height: String(height) })],
    [t("duration"), durationSeconds && t("seconds", { seconds: durationSeconds })],
    [t("frameRate"), frameRate && t("frameRateValue", { rate: Math.round(frameRate * 100) / 100 })],
    [t("audio"), sampleRate && t("audioValue", { kilohertz: sampleRate / 1000, channels: channels ?? 1 })],
    [t("type"), mimeType],
    [t("note"), generation.fileNote],
    [t("fileSize"), fileSizeBytes && formatBytes(fileSizeBytes)],
    [t("created"), t("createdValue", { when: new Date(createdAt) })],
    [t("cost"), generation.costUsd !== null && generation.costUsd !== undefined && dollars(generation.costUsd)],
    [
      t("simulated"),
      generation.isSimulated && generation.status === "COMPLETED" && t("simulatedValue", { cost: dollars(generation.estimatedCostUsd ?? 0) }),
    ],
    [t("imported"), generation.isImported && t("importedValue")],
    [t("madeBy"), maker && t("madeByValue", { maker, generator: generation.generatorTitle })],
    [t("took"), took > 0 && t("tookValue", { seconds: took })],
    [t("by"), user.displayName],
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
