import type { AdministeredGenerator } from "@boards/client";

const filters = {
  all: () => true,
  enabled: ({ isOffered }: AdministeredGenerator) => isOffered,
  disabled: ({ isOffered }: AdministeredGenerator) => !isOffered,
  changed: ({ own, shared }: AdministeredGenerator) => isChanged(own) || isChanged(shared),
  unavailable: ({ unavailableReason }: AdministeredGenerator) => unavailableReason !== null,
  deprecated: ({ deprecation }: AdministeredGenerator) => deprecation !== null,
};

/** Which part of the list is shown. */
export type Shown = keyof typeof filters;

/** All the parts. */
export const shownParts = Object.keys(filters) as Shown[];

/** Whether a generator has every word and is of the part that is shown. */
export function matches(generator: AdministeredGenerator, search: string, shown: Shown): boolean {
  const { title, name, description, provider, providerTitle, vendor } = generator;
  const text = `${title} ${name} ${description} ${provider} ${providerTitle ?? ""} ${vendor ?? ""}`.toLowerCase();
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return filters[shown](generator) && words.every((word) => text.includes(word));
}

/** Whether a setting says anything: one that was put back leaves an empty row behind. */
export function isChanged(setting: AdministeredGenerator["own"]): boolean {
  if (!setting) return false;
  const { isOffered, position, priceUsd, timeLimitSeconds, allowedRoles, defaults, limits } = setting;
  const single = [isOffered, position, priceUsd, timeLimitSeconds];
  const several = [allowedRoles, Object.keys(defaults), Object.keys(limits)];
  return single.some((value) => value !== null) || several.some((list) => list.length > 0);
}
