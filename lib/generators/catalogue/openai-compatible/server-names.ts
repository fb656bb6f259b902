const usable = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const longestName = 30;
const mostServers = 20;

const given = () => (process.env.OPENAI_COMPATIBLE_SERVERS ?? "").split(",").flatMap((each) => each.trim() || []);

const isUsable = (name: string) => name.length <= longestName && usable.test(name);

/** The names that OPENAI_COMPATIBLE_SERVERS gives to servers beside the first one, as in `ollama, office-gpu`; each once. */
export const serverNames = (): string[] => [...new Set(given().filter(isUsable))].slice(0, mostServers);

/** Throws one error that says what is wrong with OPENAI_COMPATIBLE_SERVERS. */
export function refuseUnusableServerNames(): void {
  const wrong = given().filter((name) => !isUsable(name));
  const problem =
    wrong.length > 0
      ? `names take up to ${longestName} lower-case letters, digits and hyphens, as in \`ollama, office-gpu\``
      : new Set(given()).size > mostServers
        ? `takes up to ${mostServers} names`
        : null;
  if (problem) throw new Error(`Invalid configuration:\n  OPENAI_COMPATIBLE_SERVERS: ${problem}`);
}
