import { say } from "@/lib/messages/say";
import "@/lib/generations/lineage/lineage-loaders";
import { GenerationRef } from "@/lib/generations/generation-type";
import { type LineageNode, maximumNodes } from "@/lib/generations/lineage/find-lineage";
import { BoardsError } from "@/lib/platform/errors";
import { atMost, countedAbove } from "@/lib/platform/graphql/bound-lists";
import { builder } from "@/lib/platform/graphql/builder";

const maximumDepth = 50;

const AncestryNode = builder.objectRef<LineageNode>("AncestryNode");
const DescendantNode = builder.objectRef<LineageNode>("DescendantNode");

const role = "The input field that used the artifact. Null for the root.";
const isComplete = "False if the tree was cut off at 1,000 nodes or at `maxDepth`. The nearest nodes are kept.";

AncestryNode.implement({
  description: "A generation and what it was made from. A generation reached by several paths appears once per path, with that path's role.",
  fields: (t) => ({
    generation: t.field({ type: GenerationRef, resolve: (node) => node.generation }),
    depth: t.exposeInt("depth"),
    role: t.exposeString("role", { nullable: true, description: role }),
    isComplete: t.exposeBoolean("isComplete", { description: isComplete }),
    parents: t.field({ type: [AncestryNode], extensions: countedAbove(maximumNodes), resolve: (node) => node.next }),
  }),
});

DescendantNode.implement({
  description: "A generation and what was made from it. A generation reached by several paths appears once per path, with that path's role.",
  fields: (t) => ({
    generation: t.field({ type: GenerationRef, resolve: (node) => node.generation }),
    depth: t.exposeInt("depth"),
    role: t.exposeString("role", { nullable: true, description: role }),
    isComplete: t.exposeBoolean("isComplete", { description: isComplete }),
    children: t.field({ type: [DescendantNode], extensions: countedAbove(maximumNodes), resolve: (node) => node.next }),
  }),
});

function checkDepth(maxDepth: number): number {
  if (maxDepth < 1 || maxDepth > maximumDepth)
    throw new BoardsError("input.invalid", {
      message: say("reasons.input.between", { name: "maxDepth", minimum: 1, maximum: maximumDepth }),
      field: "maxDepth",
    });
  return maxDepth;
}

builder.prismaObjectFields("Generation", (t) => ({
  ancestry: t.field({
    type: AncestryNode,
    description: "What this was made from, limited to what the viewer can see.",
    extensions: atMost(maximumNodes),
    args: { maxDepth: t.arg.int({ required: true, defaultValue: 25 }) },
    resolve: (generation, { maxDepth }, { loaders }) => loaders.lineage.load({ generation, direction: "ancestry", maxDepth: checkDepth(maxDepth) }),
  }),
  descendants: t.field({
    type: DescendantNode,
    description: "What was made from this, limited to what the viewer can see.",
    extensions: atMost(maximumNodes),
    args: { maxDepth: t.arg.int({ required: true, defaultValue: 25 }) },
    resolve: (generation, { maxDepth }, { loaders }) =>
      loaders.lineage.load({ generation, direction: "descendants", maxDepth: checkDepth(maxDepth) }),
  }),
}));
