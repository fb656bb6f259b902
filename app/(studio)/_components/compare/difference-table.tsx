import { type BoardGeneration, useGenerators } from "@boards/client";
import { useTranslations } from "use-intl";
import { useParameterWords } from "../describe-parameter";
import { useCaption } from "../tile/describe-generation";
import { differencesOf } from "./differences";

/** What differs in how results were made: generator, prompt and parameters. */
export function DifferenceTable({ generations }: { generations: readonly BoardGeneration[] }) {
  const t = useTranslations("studio.compare");
  const captionOf = useCaption();
  const { generators } = useGenerators();
  const fields = generations.flatMap(({ generatorName }) => generators.find(({ name }) => name === generatorName)?.fields ?? []);
  const { titleOf, textOf } = useParameterWords(fields);
  const differences = differencesOf(
    generations.map(({ generatorTitle, width, height, inputParams }) => ({
      [t("generator")]: generatorTitle,
      ...(width && height ? { [t("size")]: `${width} × ${height}` } : {}),
      ...(inputParams as Record<string, unknown>),
    })),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section tabIndex={0} aria-label={t("differences")} className="max-h-[35%] shrink-0 overflow-auto border-t px-5 py-3 text-sm">
      {differences.length === 0 ? (
        <p className="text-muted">{t("same")}</p>
      ) : (
        // Where more than two have no room for words beside each other, they scroll.
        <table
          className="w-full table-fixed border-collapse"
          style={generations.length > 2 ? { minWidth: `${6 + generations.length * 9}rem` } : undefined}
        >
          <caption className="sr-only">{t("differences")}</caption>
          {/* The widths are those of the first row, which lies out of sight. */}
          <colgroup>
            <col className="w-24 sm:w-40" />
          </colgroup>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t("parameter")}</th>
              {generations.map((generation) => (
                <th key={generation.id} scope="col">
                  {captionOf(generation)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differences.map(({ name, values }) => (
              <tr key={name} className="border-b last:border-b-0">
                <th scope="row" className="sticky left-0 break-words bg-surface py-1.5 pr-4 text-left align-top font-normal text-muted">
                  {titleOf(name)}
                </th>
                {values.map((value, index) => (
                  <td key={generations[index]?.id} className="hyphens-auto break-words py-1.5 pr-3 align-top sm:pr-6">
                    {value === undefined ? "–" : textOf(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
