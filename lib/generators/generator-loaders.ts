import { type OfferedGenerator, offeredGenerators } from "@/lib/generators/settings/offered-generators";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { registerLoaders } from "@/lib/platform/graphql/context";

/** What is offered to the viewer, read once for one request. */
function generatorLoaders(viewer: Viewer | null) {
  let offered: Promise<OfferedGenerator[]> | undefined;
  return {
    offeredGenerators: () => {
      offered ??= offeredGenerators(viewer);
      return offered;
    },
  };
}

declare module "@/lib/platform/graphql/context" {
  interface Loaders extends ReturnType<typeof generatorLoaders> {}
}

registerLoaders(generatorLoaders);
