/** The names of triggers that an event starts, as Inngest forms them: a star stands for all that follows a slash or a dot, and nowhere else. */
export function triggerNames(eventName: string): Set<string> {
  const names = new Set([eventName]);
  for (const { index } of eventName.matchAll(/[/.]/g)) names.add(`${eventName.slice(0, index + 1)}*`);
  return names;
}
