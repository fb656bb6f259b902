import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { artifactIdsIn, artifactSlotsOf } from "../contract/artifact-slots";
import { inputSchemaOf } from "../contract/input-schema";
import { parseInputs } from "../contract/parse-inputs";
import { defaultSubmit, everyInput } from "../testing/catalogue-requests";
import { slideshow } from "./local/slideshow";
import { findGenerator, generators } from "./registry";

interface FieldSchema {
  title?: string;
  description?: string;
  minItems?: number;
}

describe.each(generators.map((generator) => [generator.name, generator] as const))("%s", (_name, generator) => {
  it("shows a title and a description for itself and for every input, in snake_case", () => {
    expect(generator.title).not.toBe("");
    expect(generator.description.length).toBeGreaterThan(20);
    const { properties } = inputSchemaOf(generator) as { properties: Record<string, FieldSchema> };
    for (const [field, schema] of Object.entries(properties)) {
      expect(field).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(schema, field).toMatchObject({ title: expect.stringMatching(/./), description: expect.stringMatching(/./) });
    }
  });

  it("takes the default submit", () => {
    expect(parseInputs(generator, defaultSubmit(generator))).toMatchObject({ ok: true });
  });

  it("names an unknown field and a missing one", () => {
    expect(parseInputs(generator, { ...defaultSubmit(generator), nonsense: 1 })).toMatchObject({ ok: false, problems: [{ field: "nonsense" }] });
    const [required] = (inputSchemaOf(generator).required as string[] | undefined) ?? [];
    if (required)
      expect(parseInputs(generator, {})).toMatchObject({
        ok: false,
        problems: expect.arrayContaining([{ field: required, message: `${required} is required` }]),
      });
  });

  it("costs a finite amount, and parses again what it parsed", () => {
    const parsed = parseInputs(generator, defaultSubmit(generator));
    if (!parsed.ok) throw new Error("default submit was refused");
    expect(parsed.costUsd).toBeGreaterThanOrEqual(0);
    expect(Number.isFinite(parsed.costUsd)).toBe(true);
    expect(parseInputs(generator, parsed.inputs)).toEqual(parsed);
  });

  it("takes generation ids for every artifact, optional and listed ones too, and gives their role", () => {
    const slots = artifactSlotsOf(generator);
    const sets = everyInput(
      generator,
      slots.map(({ field }) => field),
    );
    for (const { field, artifactType, isList } of slots) {
      const parsed = parseInputs(
        generator,
        sets.find((inputs) => field in inputs),
      );
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      expect(Array.isArray(parsed.inputs[field])).toBe(isList);
      expect(artifactIdsIn(generator, parsed.inputs).filter(({ role }) => role === field)).toEqual(
        [parsed.inputs[field]].flat().map((generationId) => ({ generationId, role: field, artifactType })),
      );
    }
  });
});

describe("the registry", () => {
  it("gives no two the same name for people", () => {
    expect(new Set(generators.map(({ title }) => title)).size).toBe(generators.length);
  });

  it("knows every model file", async () => {
    const folder = join(process.cwd(), "lib/generators");
    for (const file of await readdir(folder, { recursive: true })) {
      const text = file.endsWith(".ts") && !file.endsWith(".test.ts") ? await readFile(join(folder, file), "utf8") : "";
      const name = /^ {2}name: "([a-z0-9.-]+)"/m.exec(text)?.[1];
      if (text.includes("= defineGenerator({")) expect(findGenerator(name ?? ""), file).toBeDefined();
    }
  });

  it("describes artifacts as the original's clients read them", () => {
    const schema = inputSchemaOf(slideshow as never);
    expect(schema).toMatchObject({
      required: ["images"],
      properties: {
        images: { type: "array", minItems: 1, maxItems: 20, items: { $ref: "#/$defs/ImageArtifact" } },
        audio: { anyOf: [{ $ref: "#/$defs/AudioArtifact" }, { type: "null" }] },
      },
      $defs: { ImageArtifact: { type: "string" }, AudioArtifact: { type: "string" } },
    });
  });
});
