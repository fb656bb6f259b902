/** What an input can name that is really there. */
export const kinds = [
  "board",
  "generation",
  "batch",
  "user",
  "tag",
  "apiKey",
  "invitation",
  "session",
  "shareLink",
  "providerJob",
  "addedModel",
  "fingerprint",
  "tenant",
  "shareToken",
  "invitationToken",
  "cursor",
  "filePath",
  "ticket",
  "email",
  "tagSlug",
  "externalJobId",
  "image",
  "video",
  "audio",
  "text",
] as const;
export type Kind = (typeof kinds)[number];

/** A value of this kind that the installation knows at the moment when the input is sent. */
export class Known {
  constructor(
    readonly kind: Kind,
    readonly pick: number,
  ) {}
}

/** A value where an id belongs that names nothing, or something of another kind. */
export class Wrong {
  constructor(readonly value: unknown) {}
}

/** How many of an input's ids were those of something that is there, and how many were not. */
export interface Naming {
  real: number;
  wrong: number;
}

/** Only the latest count: older ones have been deleted since, most likely. */
const latest = 40;
const kindsByType: Record<string, Kind> = {
  Board: "board",
  Generation: "generation",
  User: "user",
  Tag: "tag",
  ApiKey: "apiKey",
  Invitation: "invitation",
  Session: "session",
  ShareLink: "shareLink",
  ProviderJob: "providerJob",
  AddedModel: "addedModel",
};
const kindsByField: Record<string, Kind> = {
  batchId: "batch",
  cursor: "cursor",
  endCursor: "cursor",
  storageUrl: "filePath",
  downloadUrl: "filePath",
  upload_url: "ticket",
  tenant_id: "tenant",
  generation_id: "generation",
  email: "email",
  externalJobId: "externalJobId",
  fingerprint: "fingerprint",
};

/** Everything that answers have named so far, by kind; what was named last comes first. */
export class KnownValues {
  private readonly values = new Map<Kind, string[]>();

  add(kind: Kind, value: unknown): void {
    if (typeof value !== "string" || value === "" || value.length > 2000) return;
    const known = (this.values.get(kind) ?? []).filter((each) => each !== value);
    this.values.set(kind, [...known.slice(-4 * latest), value]);
  }

  /** Null when none is known yet. */
  find({ kind, pick }: Known): string | null {
    const known = this.values.get(kind)?.slice(-latest) ?? [];
    return known[known.length - 1 - (pick % known.length)] ?? null;
  }

  /** An input with its known values filled in. */
  fill<Input>(input: Input, naming: Naming): Input {
    const fill = (value: unknown): unknown => {
      if (value instanceof Known) return this.fillOne(value, naming);
      if (value instanceof Wrong) {
        naming.wrong++;
        return value.value instanceof Known ? this.find(value.value) : value.value;
      }
      if (!value || typeof value !== "object" || Buffer.isBuffer(value)) return value;
      // Loops, not callbacks: some inputs are thousands of levels deep, and each frame counts.
      const filled: [string, unknown][] = [];
      for (const [name, each] of Object.entries(value)) filled.push([name, fill(each)]);
      return Array.isArray(value) ? filled.map(([, each]) => each) : Object.fromEntries(filled);
    };
    return fill(input) as Input;
  }

  private fillOne(known: Known, naming: Naming): string {
    const found = this.find(known);
    if (found === null) naming.wrong++;
    else naming.real++;
    return found ?? "00000000-0000-4000-8000-000000000000";
  }

  /** Takes in everything that an answer names; answers the names of all fields that it fills. */
  harvest(answer: unknown, filled = new Set<string>()): Set<string> {
    if (Array.isArray(answer)) for (const each of answer) this.harvest(each, filled);
    else if (answer && typeof answer === "object") this.harvestObject(answer as Record<string, unknown>, filled);
    return filled;
  }

  private harvestObject(answer: Record<string, unknown>, filled: Set<string>): void {
    const kind = kindsByType[String(answer.__typename)];
    if (kind) this.add(kind, answer.id);
    // Inputs of generators take what is completed, by its type.
    if (kind === "generation" && answer.status === "COMPLETED") this.add(String(answer.artifactType).toLowerCase() as Kind, answer.id);
    if (kind === "shareLink") this.add("shareToken", answer.token);
    if (kind === "tag") this.add("tagSlug", answer.slug);
    if (kind === "invitation") this.add("invitationToken", /invitation=([^&]+)/.exec(String(answer.link))?.[1]);
    for (const [field, value] of Object.entries(answer)) {
      const named = kindsByField[field];
      if (named === "ticket") this.add(named, String(value).split("/").at(-1));
      else if (named) this.add(named, value);
      if (value !== null) filled.add(field);
      this.harvest(value, filled);
    }
  }
}
