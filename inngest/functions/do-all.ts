import { log } from "@/lib/platform/log";

/** Does one piece of work after the other, whatever fails among them; then fails, if any did. Answers what each said, by name. */
export async function doAll<T>(work: Record<string, () => Promise<T>>): Promise<Record<string, T>> {
  const done: Record<string, T> = {};
  const failures: Error[] = [];
  for (const [name, act] of Object.entries(work)) {
    try {
      done[name] = await act();
    } catch (error) {
      log.error({ err: error, work: name }, "a part of the regular work failed; it is done again next time");
      failures.push(error as Error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(({ message }) => message).join("; "));
  return done;
}
