import { describe, expect, it } from "vitest";
import { loadSimulator } from "@/lib/testing/simulators/load-simulators";
import { observe, placeOf, readTable } from "../testing/answer-table";
import { openBench } from "../testing/driver-bench";
import { providers } from "./providers";

const bench = openBench();

describe.each(providers)("the answers of $name, as the table in its README has them", (provider) => {
  it("are those that its simulator knows, every one", async () => {
    const rows = await readTable(provider);
    const { answers } = await loadSimulator(provider);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.map(({ name, answer }) => [name, answer])).toEqual(Object.entries(answers).map(([name, answer]) => [name, placeOf(answer)]));
  });

  it("become what the table says", async () => {
    const rows = await readTable(provider);
    const seen = [];
    for (const { name, answer } of rows) seen.push({ name, answer, ...(await observe(bench, provider, name)) });
    expect(seen).toEqual(rows);
  });
});
