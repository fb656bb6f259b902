import type { ArtifactKind, GeneratorForm } from "@boards/client";

/** A model family with its variants, in the catalogue's order. */
export interface Family {
  key: string;
  title: string;
  vendor: string | null;
  artifactType: string;
  variants: GeneratorForm[];
}

/** What the chooser is narrowed to. */
export interface Filter {
  search: string;
  /** Empty for every kind. */
  artifactType: string;
  takesImage: boolean;
  /** Those that are not set up too. */
  hasUnavailable: boolean;
}

/** Whether a generator has an input for this kind of artifact. */
export const takesKind = ({ fields }: GeneratorForm, artifactType: ArtifactKind | string): boolean =>
  fields.some((field) => field.kind === "artifact" && field.artifactType === artifactType);

/** Gathers generators by family, each where its first member stands. */
export function familiesOf(generators: GeneratorForm[]): Family[] {
  const families = new Map<string, Family>();
  for (const generator of generators) {
    const { family: title, vendor, artifactType } = generator;
    // A vendor may say in brackets which of its names it uses: it is the same one.
    const key = [artifactType, vendor?.replace(/\s*\(.*\)$/, "") ?? "", title.toLowerCase()].join("|");
    const family = families.get(key);
    if (family) family.variants.push(generator);
    else families.set(key, { key, title, vendor, artifactType, variants: [generator] });
  }
  return [...families.values()];
}

/** The generators that a filter leaves, and how many more it would leave if those not set up were among them. */
export function matching(generators: GeneratorForm[], filter: Filter): { found: GeneratorForm[]; hidden: number } {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = generators.filter((generator) => {
    if (filter.artifactType && generator.artifactType !== filter.artifactType) return false;
    if (filter.takesImage && !takesKind(generator, "IMAGE")) return false;
    const { title, name, description, vendor, providerTitle } = generator;
    const text = [title, name, description, vendor, providerTitle].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const found = filter.hasUnavailable ? matches : matches.filter(({ unavailableReason }) => unavailableReason === null);
  return { found, hidden: matches.filter(({ unavailableReason }) => unavailableReason !== null).length };
}

/** One line of the chooser. */
export type Row = { key: string; level: 1 | 2 } & ({ family: Family; isExpanded: boolean } | { generator: GeneratorForm });

/** A part of the chooser under its heading: an artifact type, or null for those used last. */
export interface Section {
  artifactType: string | null;
  rows: Row[];
}

const expandedAtMost = 12;

/** The chooser's lines: those used last where nothing is searched, then families by kind; one with a single member is that member. */
export function sectionsOf(found: GeneratorForm[], recent: string[], expanded: ReadonlySet<string>, { search, ...filter }: Filter): Section[] {
  const families = familiesOf(found);
  const isPlain = search.trim() === "" && !filter.artifactType && !filter.takesImage;
  const isOpen = search.trim() !== "" && found.length <= expandedAtMost;
  const last = isPlain ? recent.flatMap((name) => found.filter((generator) => generator.name === name)) : [];
  const byKind = Map.groupBy(families, ({ artifactType }) => artifactType);
  return [
    { artifactType: null, rows: last.map((generator): Row => ({ key: `recent ${generator.name}`, level: 1, generator })) },
    ...[...byKind].map(([artifactType, ofKind]) => ({
      artifactType,
      rows: ofKind.flatMap((family): Row[] => {
        const [only] = family.variants;
        if (family.variants.length === 1 && only) return [{ key: only.name, level: 1, generator: only }];
        const isExpanded = isOpen || expanded.has(family.key);
        const variants = family.variants.map((generator): Row => ({ key: generator.name, level: 2, generator }));
        return [{ key: family.key, level: 1, family, isExpanded }, ...(isExpanded ? variants : [])];
      }),
    })),
  ].filter(({ rows }) => rows.length > 0);
}
