import { boardIsVisibleSql } from "@/lib/identity/access/board-policy";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { RequestBudget } from "@/lib/platform/graphql/request-budget";
import { type Generation, Prisma } from "@/prisma/generated/client";

/** Towards what a generation was made from, or towards what was made from it. */
export type Direction = "ancestry" | "descendants";

/** A generation in a lineage tree. One that is reached by several paths occurs once for each, with the role of that path. */
export interface LineageNode {
  generation: Generation;
  depth: number;
  /** The input field that took the artifact; null for the root. */
  role: string | null;
  next: LineageNode[];
  /** False when the tree was cut, at 1,000 nodes or at the depth: the nearest are there, some further away are not. */
  isComplete: boolean;
}

/** A tree holds at most this many nodes, its root not counted. */
export const maximumNodes = 1000;

interface Step {
  root: string;
  id: string;
  path: string;
  parent_path: string;
  role: string;
  depth: number;
}

/**
 * The lineage trees of several generations that the viewer may see, in two statements whatever their size. What they may not see is left out,
 * with everything that is reached only through it.
 */
export async function findLineage(
  viewer: Viewer | null,
  roots: Generation[],
  direction: Direction,
  maxDepth: number,
  budget = new RequestBudget(),
): Promise<LineageNode[]> {
  const steps = await walk(viewer, roots, direction, maxDepth, budget.left + 1);
  budget.spend(steps.length);
  const stepsOf = new Map<string, Step[]>(roots.map(({ id }) => [id, []]));
  for (const step of steps) stepsOf.get(step.root)?.push(step);
  // What lies beyond the depth only tells that there is more.
  const shown = new Set(steps.flatMap(({ id, depth }) => (depth <= maxDepth ? [id] : [])));
  const rows = await db().generation.findMany({ where: { id: { in: [...shown] } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return roots.map((root) => {
    const found = stepsOf.get(root.id) ?? [];
    const isComplete = found.length <= maximumNodes && found.every(({ depth }) => depth <= maxDepth);
    const tree: LineageNode = { generation: root, depth: 0, role: null, next: [], isComplete };
    const byPath = new Map([["", tree]]);
    // Nearest first, so a node's parent is always there before it.
    for (const { id, path, parent_path, role, depth } of found.slice(0, maximumNodes)) {
      if (depth > maxDepth) continue;
      const generation = byId.get(id);
      const parent = byPath.get(parent_path);
      if (!generation || !parent) continue;
      const node = { generation, depth, role, next: [], isComplete: tree.isComplete };
      parent.next.push(node);
      byPath.set(path, node);
    }
    return tree;
  });
}

/**
 * Walks the edges breadth first, one step further than is asked for, to know whether that is all. Postgres makes the rows of a recursive
 * query as they are asked for, so the limit outside ends it:
 * a ladder of diamonds with a million paths costs no more than the rows that are taken.
 */
function walk(viewer: Viewer | null, roots: Generation[], direction: Direction, maxDepth: number, limit: number): Promise<Step[]> {
  const [here, there] =
    direction === "ancestry"
      ? [Prisma.sql`edge.generation_id`, Prisma.sql`edge.input_generation_id`]
      : [Prisma.sql`edge.input_generation_id`, Prisma.sql`edge.generation_id`];
  return db().$queryRaw<Step[]>(Prisma.sql`
    SELECT root.id::text AS root, tree.id::text, tree.path, tree.parent_path, tree.role, tree.depth
    FROM unnest(${roots.map((root) => root.id)}::uuid[]) AS root(id)
    CROSS JOIN LATERAL (
      WITH RECURSIVE walk(id, path, parent_path, role, depth, seen) AS (
        SELECT root.id, ''::text, ''::text, NULL::text, 0, ARRAY[root.id]
        UNION ALL
        SELECT ${there}, walk.path || '/' || ${there} || ':' || edge.position, walk.path, edge.role, walk.depth + 1, walk.seen || ${there}
        FROM walk
        JOIN boards.generation_inputs AS edge ON ${here} = walk.id
        JOIN boards.generations AS g ON g.id = ${there} AND g.trashed_at IS NULL
        JOIN boards.boards AS b ON b.id = g.board_id AND ${boardIsVisibleSql(viewer)}
        WHERE walk.depth <= ${maxDepth} AND NOT ${there} = ANY (walk.seen)
      )
      SELECT * FROM walk OFFSET 1 LIMIT ${maximumNodes + 1}
    ) AS tree
    LIMIT ${Math.max(0, limit)}`);
}
