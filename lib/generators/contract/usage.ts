import type { Usage } from "./provider";

/** The numbers in what a provider reports, nested names joined by dots, yes and no as 1 and 0. */
export function usageOf(report: unknown, path = ""): Usage {
  if (typeof report === "number" && Number.isFinite(report)) return { [path]: report };
  if (typeof report === "boolean") return { [path]: Number(report) };
  if (typeof report !== "object" || report === null || Array.isArray(report)) return {};
  return Object.assign({}, ...Object.entries(report).map(([name, value]) => usageOf(value, path ? `${path}.${name}` : name)));
}
