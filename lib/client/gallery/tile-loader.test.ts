import { ApolloClient, ApolloLink, InMemoryCache, Observable } from "@apollo/client";
import { describe, expect, it } from "vitest";
import { storagesOf } from "./forget-reads.ts";
import { generationTile } from "./fragments.ts";
import { TileLoader } from "./tile-loader.ts";

const none = { phase: "queued", progressMessage: null, errorMessage: null, errorCode: null, startedAt: null, completedAt: null, rating: null };
const noFile = {
  ...{ durationSeconds: null, mimeType: null, storageUrl: null },
  ...{ placeholder: null, stripUrl: null, stripFrames: null, peaks: null },
};
const tileOf = (id: string) => ({
  ...{
    __typename: "Generation" as const,
    id,
    boardId: "board",
    generatorName: "sketch",
    generatorTitle: "Sketch",
    isUpload: false,
    artifactType: "IMAGE" as const,
  },
  ...{
    status: "COMPLETED" as const,
    progress: 100,
    createdAt: "2026-01-01T00:00:00Z",
    batchId: id,
    batchIndex: 0,
    batchSize: 1,
    inputParams: {},
    isStarred: false,
  },
  ...{ ...none, ...noFile, width: 4, height: 3, small: null, medium: null, large: null, textContent: null, isSimulated: false, fileNote: null },
});

function openLoader() {
  const link = new ApolloLink(
    ({ variables }) =>
      new Observable((answer) => {
        answer.next({ data: { generations: (variables.ids as string[]).map(tileOf) } });
        answer.complete();
      }),
  );
  // A policy, as the cache of the hooks has some.
  const cache = new InMemoryCache({ typePolicies: { Generation: { fields: { width: { merge: (_known, width) => width } } } } });
  const client = new ApolloClient({ cache, link });
  return { client, cache, loader: new TileLoader(client) };
}

const ids = (page: number) => Array.from({ length: 100 }, (_, index) => `${page}.${index}`);

describe("the tiles of a long gallery", () => {
  it("leave the cache, and those on the screen are still followed", async () => {
    const { client, loader } = openLoader();
    const screen = {};
    for (let page = 0; page < 6; page++) {
      loader.show(screen, ids(page));
      await expect.poll(() => loader.tileOf(`${page}.99`)).not.toBeNull();
    }
    expect(loader.tileOf("0.0")).toBeNull();
    client.cache.modify({ id: loader.keyOf("5.0"), fields: { isStarred: () => true } });
    expect(loader.tileOf("5.0")?.isStarred).toBe(true);
    expect(loader.tileOf("5.1")).toMatchObject({ id: "5.1", isStarred: false });
  });

  it("leave nothing behind in what Apollo remembers, and what is shown is followed as before", async () => {
    const { client, loader, cache } = openLoader();
    loader.show({}, ["shown"]);
    await expect.poll(() => loader.tileOf("shown")).not.toBeNull();
    const seen: unknown[] = [];
    const from = { __typename: "Generation" as const, id: "shown" };
    const watched = client.cache.watchFragment({ fragment: generationTile, fragmentName: "GenerationTile", from });
    const subscription = watched.subscribe(({ data }) => seen.push(data));
    const screen = {};
    for (let page = 0; page < 6; page++) {
      loader.show(screen, ids(page));
      await expect.poll(() => loader.tileOf(`${page}.99`)).not.toBeNull();
      if (page === 0) expect(storagesOf(cache)?.size).toBe(101);
    }
    await expect.poll(() => storagesOf(cache)?.size).toBe(0);
    client.cache.modify({ id: loader.keyOf("shown"), fields: { isStarred: () => true } });
    await expect.poll(() => seen).toMatchObject([{ isStarred: false }, { isStarred: true }]);
    subscription.unsubscribe();
  });

  it("stay away when they leave their board, or someone else signs in, while an answer is written in pieces", async () => {
    const { client, loader } = openLoader();
    loader.show({}, ids(0));
    await expect.poll(() => loader.tileOf("0.0"), { interval: 1 }).not.toBeNull();
    expect(loader.tileOf("0.99")).toBeNull();
    loader.forget("0.99");
    await expect.poll(() => loader.tileOf("0.98")).not.toBeNull();
    expect(loader.tileOf("0.99")).toBeNull();

    const other = openLoader();
    const screen = {};
    other.loader.show(screen, ids(0));
    await expect.poll(() => other.loader.tileOf("0.0"), { interval: 1 }).not.toBeNull();
    other.loader.show(screen, []);
    await other.client.resetStore();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(Object.keys(other.client.cache.extract() as object).filter((key) => key.startsWith("Generation:"))).toEqual([]);
    expect(Object.keys(client.cache.extract() as object)).toContain(loader.keyOf("0.98"));
  });
});
