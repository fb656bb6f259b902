// @vitest-environment happy-dom
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from "@apollo/client";
import { expect, it } from "vitest";
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

it("shows the first of many deletions at once and the others together, as a bulk job tells them", async () => {
  const galleryOpening = { __typename: "GalleryOpening", generations, hasMore: false, eventNumber: 0 };
  const link = new ApolloLink(
    () =>
      new Observable((observer) => {
        observer.next({ data: { galleryOpening } });
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
  const changes = new BoardChanges(client, "board");
  told = 0;
  ids.forEach((generationId, number) => {
    changes.apply({ generationId, number, type: "deleted", status: "completed" } as unknown as BoardEvent);
  });
  expect([told, gallery.snapshot().totalCount]).toEqual([1, ids.length - 1]);
  await until(() => gallery.snapshot().totalCount === 0);
  expect(told).toBe(2);
  stop();
  gallery.close();
});
