import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { spareWorkflow } from "@/lib/testing/access-fixture";
import { captureLog } from "@/lib/testing/captured-log";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let folder: string;
let root: Viewer;
let admin: Viewer;

const load = async () => ({
  ...(await import("@/lib/generators/added-models/add-model")),
  ...(await import("@/lib/generators/added-models/offer-model")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/generators/settings/offered-generators")),
  ...(await import("@/lib/generators/settings/set-generator-setting")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "boards-file-settings-"));
  const path = join(folder, "generators.yaml");
  const text = `
generators:
  - class: "boards.generators.implementations.fal.video.veo31.FalVeo31Generator"
  - class: "boards.generators.implementations.fal.image.flux_2.FalFlux2Generator"
    input_defaults: { num_images: 2 }
  - class: "acme.Upscaler"
`;
  await writeFile(path, text);
  installation = await openInstallation({ BOARDS_GENERATORS_CONFIG_PATH: path });
  boards = await load();
  root = await installation.viewer("root");
  admin = await installation.viewer("admin", "studio");
});
afterAll(async () => {
  await installation.close();
  await rm(folder, { recursive: true });
  delete process.env.BOARDS_GENERATORS_CONFIG_PATH;
});

const offered = async (viewer: Viewer) => (await boards.offeredGenerators(viewer)).map(({ generator }) => generator.name);

describe("BOARDS_GENERATORS_CONFIG_PATH", () => {
  it("decides what is offered, its order and its defaults; what it cannot carry over is logged once", async () => {
    const captured = captureLog();
    expect(await offered(admin)).toEqual(["fal-veo31", "fal-flux-2"]);
    expect(await offered(root)).toEqual(["fal-veo31", "fal-flux-2"]);
    captured.stop();
    expect(captured.lines().match(/acme\.Upscaler.*must be rewritten/g)).toHaveLength(1);
    expect(captured.lines()).toContain("2 generators loaded, 1 problems");
    const { rules } = await boards.offeredGenerator(admin, "fal-flux-2");
    expect(rules.defaults).toEqual({ num_images: 2 });
  });

  it("is changed by the installation, and narrowed by a tenant", async () => {
    await boards.setGeneratorSetting(root, { generatorName: "sketch", forInstallation: true, isOffered: true });
    await boards.setGeneratorSetting(admin, { generatorName: "fal-veo31", isOffered: false });
    expect(await offered(root)).toEqual(["fal-veo31", "fal-flux-2", "sketch"]);
    expect(await offered(admin)).toEqual(["fal-flux-2", "sketch"]);
    await expect(boards.setGeneratorSetting(admin, { generatorName: "melody", isOffered: true })).rejects.toMatchObject({ field: "isOffered" });
  });

  it("says nothing of what an admin adds afterwards, who offers it themselves", async () => {
    const added = await boards.addComfyWorkflow(admin, { fileName: "later", workflow: spareWorkflow });
    await boards.offerModel(admin, added.id);
    expect(await offered(admin)).toEqual(["fal-flux-2", "sketch", added.name]);
  });

  it("changes nothing where there is no such file, and the log says so", async () => {
    vi.resetModules();
    process.env.BOARDS_GENERATORS_CONFIG_PATH = join(folder, "missing.yaml");
    const captured = (await import("@/lib/testing/captured-log")).captureLog();
    const { fileSettings } = await import("@/lib/generators/settings/read-generators-yaml");
    expect(await fileSettings()).toBeNull();
    captured.stop();
    expect(captured.lines()).toMatch(/BOARDS_GENERATORS_CONFIG_PATH: can.t read .*missing\.yaml/);
  });
});
