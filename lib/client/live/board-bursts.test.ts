// @vitest-environment happy-dom
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from "@apollo/client";
import { expect, it, onTestFinished } from "vitest";
import { until } from "@/lib/testing/until";
import type { BoardGeneration } from "../gallery/fragments.ts";
import { galleriesOf } from "../gallery/galleries.ts";
import { BoardChanges } from "./board-changes.ts";
import type { BoardEvent } from "./messages.ts";

const ids = Array.from({ length: 60 }, (_, index) => `generation-${index}`);
const generations = ids.map((id, index) => ({
  ...{ __typename: "Generation", id, boardId: "board", artifactType: "IMAGE", status: "COMPLETED", width: 4, height: 3, placeholder: null },
  ...{ batchId: id, batchIndex: 0, batchSize: 1, createdAt: new Date(1_750_000_000_000 + index * 1000).toISOString() },
}));

/** A board whose index and tiles nobody answers, and what was asked for. */
async function openBoard() {
  const asked: string[] = [];
  const link = new ApolloLink(
    ({ operationName = "" }) =>
      new Observable((observer) => {
        asked.push(operationName);
        if (operationName !== "GalleryOpening") return;
        observer.next({ data: { galleryOpening: { __typename: "GalleryOpening", generations, hasMore: false, eventNumber: 0 } } });
        observer.complete();
      }),
  );
  const client = new ApolloClient({ cache: new InMemoryCache(), link });
  const gallery = galleriesOf(client).of("board", {}, { isOldestFirst: false, keep: (tiles) => [...tiles] as BoardGeneration[] });
  let told = 0;
  const stop = gallery.subscribe(() => {
    told += 1;
  });
  await until(() => gallery.snapshot().totalCount === ids.length);
  onTestFinished(() => {
    stop();
    gallery.close();
  });
  told = 0;
  return { asked, changes: new BoardChanges(client, "board"), gallery, toldTimes: () => told };
}

it("shows the first of many deletions at once and the others together, as a bulk job tells them", async () => {
  const { changes, gallery, toldTimes } = await openBoard();
  ids.forEach((generationId, number) => {
    changes.apply({ generationId, number, type: "deleted", status: "completed" } as unknown as BoardEvent);
  });
  expect([toldTimes(), gallery.snapshot().totalCount]).toEqual([1, ids.length - 1]);
  await until(() => gallery.snapshot().totalCount === 0);
  expect(toldTimes()).toBe(2);
});

it("asks for the index, not for each of very many that come a few at a time, as out of the trash", async () => {
  const { asked, changes } = await openBoard();
  const asksOf = (name: string) => asked.filter((each) => each === name).length;
  let number = 0;
  const come = (count: number) => {
    for (const end = number + count; number < end; number++)
      changes.apply({ generationId: `restored-${number}`, number, type: "created", status: "completed" } as unknown as BoardEvent);
  };
  come(400);
  // The first at once, the others together.
  await until(() => asksOf("Tiles") === 2);
  expect(asksOf("GallerySections")).toBe(0);
  come(400);
  await until(() => asksOf("GallerySections") > 0);
});
