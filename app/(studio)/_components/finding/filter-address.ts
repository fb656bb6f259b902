import type { GalleryFilter, GallerySort, GenerationStatus } from "@boards/client";
import { artifactKinds } from "@/app/_components/artifact-kinds";

/** Every state of a generation, in the order that people see. */
const statuses: readonly GenerationStatus[] = ["COMPLETED", "PROCESSING", "PENDING", "FAILED", "CANCELLED"];

/** The parameters of an address that say what a gallery shows. */
const names = [
  "q",
  "type",
  "generator",
  "provider",
  "status",
  "tag",
  "starred",
  "rating",
  "author",
  "from",
  "to",
  "used",
  "simulated",
  "similar",
] as const;

const most = 50;
const day = /^\d{4}-\d{2}-\d{2}$/;
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The filter that an address asks for; what is no value of it is left out. Days are those of the viewer's time zone. */
export function readFilter(parameters: URLSearchParams): GalleryFilter {
  const all = (name: string) => [...new Set(parameters.getAll(name))].slice(0, most);
  const yesOrNo = (name: string) => ({ yes: true, no: false })[parameters.get(name) ?? ""] ?? null;
  const rating = Number(parameters.get("rating"));
  const given: GalleryFilter = {
    query: (parameters.get("q") ?? "").slice(0, 500),
    artifactTypes: artifactKinds.map(({ kind }) => kind).filter((kind) => all("type").includes(kind)),
    generatorNames: all("generator").map((name) => name.slice(0, 100)),
    providers: all("provider").map((name) => name.slice(0, 100)),
    statuses: statuses.filter((status) => all("status").includes(status)),
    tagIds: all("tag").filter((id) => uuid.test(id)),
    isStarred: yesOrNo("starred"),
    minRating: rating >= 1 && rating <= 5 ? Math.floor(rating) : null,
    userId: all("author").find((id) => uuid.test(id)) ?? null,
    createdAfter: timeOfDay(parameters.get("from"), 0),
    createdBefore: timeOfDay(parameters.get("to"), 1),
    hasChildren: yesOrNo("used"),
    isSimulated: yesOrNo("simulated"),
    similarTo: all("similar").find((id) => uuid.test(id)) ?? null,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== "" && !(Array.isArray(value) && !value.length)));
}

/** Writes a filter into the parameters of an address, in place of the one that they hold. */
export function writeFilter(parameters: URLSearchParams, filter: GalleryFilter): void {
  for (const name of names) parameters.delete(name);
  const put = (name: (typeof names)[number], values: unknown) => {
    for (const value of [values].flat()) if (value != null && value !== "") parameters.append(name, String(value));
  };
  const yesOrNo = (value: boolean | null | undefined) => (value == null ? null : value ? "yes" : "no");
  put("q", filter.query);
  put("type", filter.artifactTypes);
  put("generator", filter.generatorNames);
  put("provider", filter.providers);
  put("status", filter.statuses);
  put("tag", filter.tagIds);
  put("starred", yesOrNo(filter.isStarred));
  put("rating", filter.minRating);
  put("author", filter.userId);
  put("from", dayOfTime(filter.createdAfter, 0));
  put("to", dayOfTime(filter.createdBefore, -1));
  put("used", yesOrNo(filter.hasChildren));
  put("simulated", yesOrNo(filter.isSimulated));
  put("similar", filter.similarTo);
}

/** When a day (yyyy-mm-dd) begins in the viewer's time zone, so many days later; null for what is no day. */
export function timeOfDay(text: string | null, later: number): string | null {
  const time = text && day.test(text) ? new Date(`${text}T00:00`) : null;
  if (!time || Number.isNaN(time.getTime())) return null;
  time.setDate(time.getDate() + later);
  return time.toISOString();
}

/** The day of a time in the viewer's time zone, so many days later, as yyyy-mm-dd; null for none. */
export function dayOfTime(time: unknown, later: number): string | null {
  if (typeof time !== "string") return null;
  const date = new Date(time);
  date.setDate(date.getDate() + later);
  return new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit" }).format(date);
}

/** The order that an address asks for. */
export const readSort = (parameters: URLSearchParams): GallerySort => (parameters.get("sort") === "oldest" ? "OLDEST" : "NEWEST");
