import { builder } from "@/lib/platform/graphql/builder";
import { ArtifactTypeEnum, GenerationStatus } from "@/lib/platform/graphql/enums";

/** What a search asks for. */
export const SearchInput = builder.inputType("GenerationSearchInput", {
  description: "All given filters must match. A list matches any of its values, except tags, which must all match.",
  fields: (t) => ({
    query: t.string({
      description: "Words or parts of words in the prompt, text, file name or description. Ignores case, accents and character width.",
    }),
    boardId: t.field({ type: "UUID", description: "Defaults to all boards the viewer owns or is a member of." }),
    generatorNames: t.stringList(),
    providers: t.stringList({ description: "Names of providers; `local` for what ran on this server." }),
    artifactTypes: t.field({ type: [ArtifactTypeEnum] }),
    statuses: t.field({ type: [GenerationStatus] }),
    tagIds: t.field({ type: ["UUID"] }),
    isStarred: t.boolean({ description: "Starred by the viewer." }),
    minRating: t.int({ description: "The viewer's own rating." }),
    userId: t.field({ type: "UUID", description: "Who made it." }),
    createdAfter: t.field({ type: "DateTime" }),
    createdBefore: t.field({ type: "DateTime" }),
    hasChildren: t.boolean({ description: "Whether something on the same board was made from it." }),
    isSimulated: t.boolean({ description: "Whether it came from a simulated provider." }),
    similarTo: t.field({
      type: "UUID",
      description:
        "What looks like this generation: copies of an image that were resized, compressed or slightly changed, and videos that begin with it.",
    }),
  }),
});
