const keyOf = (userId: string) => `boards:recent-generators:${userId}`;
const most = 8;

/** The names of the generators that a user has sent to last in this browser, newest first. */
export function recentGenerators(userId: string | null): string[] {
  if (!userId) return [];
  try {
    const read: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? "[]");
    return Array.isArray(read) ? read.filter((name) => typeof name === "string").slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Puts a generator first among those used last. */
export function rememberGenerator(userId: string | null, name: string): void {
  if (!userId) return;
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify([name, ...recentGenerators(userId).filter((each) => each !== name)].slice(0, most)));
  } catch {
    // Without room in the browser nothing is remembered.
  }
}
