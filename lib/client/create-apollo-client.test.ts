import { expect, it } from "vitest";
import { createApolloClient } from "./create-apollo-client.ts";
import { generationResult } from "./gallery/fragments.ts";

it("keeps the address of each width of a preview by itself", () => {
  const { cache } = createApolloClient({ fileAddressOf: (url: string) => url } as never);
  const urls = { small: "/thumb-320", medium: "/thumb-640", large: "/thumb-1280" };
  const data = {
    __typename: "Generation" as const,
    width: 1,
    height: 1,
    durationSeconds: null,
    mimeType: null,
    storageUrl: null,
    downloadUrl: null,
    placeholder: null,
    stripUrl: null,
    stripFrames: 0,
    peaks: null,
    textContent: null,
    isSimulated: false,
    fileNote: null,
    ...urls,
  };
  cache.writeFragment({ id: "Generation:1", fragment: generationResult, data });
  expect(cache.readFragment({ id: "Generation:1", fragment: generationResult })).toMatchObject(urls);
});
