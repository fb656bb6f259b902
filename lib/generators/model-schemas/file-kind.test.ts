import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fileKindOf } from "./file-kind";
import { flattenerOf } from "./flatten-schema";

const kindOf = (name: string, schema: Record<string, string> = {}, task: string | null = null) => {
  const kind = fileKindOf(name, flattenerOf({})({ type: "string", ...schema }), task);
  return kind && ("reason" in kind ? `no: ${kind.reason}` : `${kind.artifactType}${kind.isArchive ? " zip" : ""}`);
};

describe("the kind of a file", () => {
  it.each([
    ["image_url", {}, "image"],
    ["mask_video_url", { description: "The mask" }, "video"],
    ["driven_audio_url", {}, "audio"],
    ["face", { format: "uri" }, "image"],
    ["input", { format: "uri", description: "A sound file to clean" }, "audio"],
    ["frontal", { _fal_ui_field: "image" }, "image"],
    ["images_data_url", { description: "URL to zip archive with images" }, "image zip"],
    ["lora_url", {}, "lora"],
    ["mesh_url", {}, "model"],
    ["prompt", {}, null],
    ["voice", { description: "The URL of a voice" }, null],
    ["webhook_url", {}, "no: URLs that don't point to files aren't supported."],
    ["embedding_url", {}, "no: This type of file isn't supported."],
    ["source_url", {}, "no: The provider doesn't say what type of file this is."],
  ] as [string, Record<string, string>, string | null][])("of %s with %j is %s", (name, schema, kind) => {
    expect(kindOf(name, schema)).toBe(kind);
  });

  it("is that of the task where nothing else says it", () => {
    expect(kindOf("source_url", {}, "image-to-video")).toBe("image");
  });
});

// The types of fal's own client: files are `string | Blob | File`, and every field has its description.
describe("every file that fal's client knows", () => {
  const text = readFileSync("node_modules/@fal-ai/client/src/types/endpoints.d.ts", "utf8");
  const inputs = [...text.matchAll(/^export (?:interface|type) \w+Input(?: extends [\w, ]+)? (?:= )?\{\n([\s\S]*?)^\}/gm)];
  const files = inputs.flatMap(([, body = ""]) =>
    [...body.matchAll(/^ {4}\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n {4}"?(\w+)"?\??: string \| Blob \| File;/gm)].map(([, words = "", name = ""]) => ({
      name,
      description: words.replace(/\s*\*\s*/g, " ").trim(),
    })),
  );

  it("is known as a file, and nearly always of what kind", () => {
    expect(files.length).toBeGreaterThan(900);
    const kinds = files.map(({ name, description }) => kindOf(name, { description }));
    expect(kinds).not.toContain(null);
    expect(kinds.filter((kind) => kind?.startsWith("no:")).length).toBeLessThan(files.length / 100);
  });

  it("is of the kind that its name ends with", () => {
    for (const { name, description } of files) {
      const [, said] = /_?(image|video|audio)_url$/.exec(name) ?? [];
      if (said) expect(kindOf(name, { description })).toMatch(new RegExp(`^${said}`));
    }
  });
});
