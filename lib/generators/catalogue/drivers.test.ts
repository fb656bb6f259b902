import { readdir } from "node:fs/promises";
import { expect, it } from "vitest";
import { openBench } from "../testing/driver-bench";
import { type DriverContract, describeDriver, describeKeyTest } from "../testing/driver-contract";
import { providers } from "./providers";

const bench = openBench();

for (const provider of providers) {
  const { contracts } = (await import(`./${provider.name}/testing/contract.ts`)) as { contracts: DriverContract[] };
  if (contracts.length === 0) throw new Error(`${provider.name}/testing/contract.ts lists no contract`);
  for (const contract of contracts) describeDriver(bench, provider, contract);
  const [first] = contracts;
  if (provider.testKey && first) describeKeyTest(bench, provider, first);
}

it("every folder that holds a driver is in the list of providers", async () => {
  const files = await readdir(import.meta.dirname, { recursive: true });
  const folders = files.flatMap((file) => /^([\w-]+)\/provider\.ts$/.exec(file)?.[1] ?? []);
  expect(folders.toSorted()).toEqual(providers.map(({ name }) => name).toSorted());
});

it("every model file of a provider is offered by it", async () => {
  const files = await readdir(import.meta.dirname, { recursive: true });
  const folders = files.flatMap((file) => /^([\w-]+)\/models\.ts$/.exec(file)?.[1] ?? []);
  expect(folders.toSorted()).toEqual(providers.flatMap(({ name, models }) => (models ? [name] : [])).toSorted());
});

it("every provider that describes its models has an example for the form that adds one, and none else", () => {
  const named = (list: typeof providers) => list.map(({ name }) => name);
  expect(named(providers.filter(({ describe }) => describe))).toEqual(named(providers.filter(({ modelExample }) => modelExample)));
  for (const { modelExample } of providers) if (modelExample) expect(modelExample.page).toContain(modelExample.id);
});
