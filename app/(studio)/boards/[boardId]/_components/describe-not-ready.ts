import type { NotReady } from "@boards/client";

/** Says what keeps the composer's form from being sent. */
export function describeNotReady(notReady: NotReady): string {
  if (notReady.reason === "rule_broken") return notReady.rule.description;
  const { title } = notReady.field;
  if (notReady.reason === "value_missing") return `Fill in “${title}”`;
  const { field, missing } = notReady;
  return field.isList ? `${title}: add ${missing} more` : `Add ${field.artifactType.toLowerCase()} to “${title}”`;
}
