import type { Actor, Fixture } from "@/lib/testing/access-fixture";
import type { Rule } from "@/lib/testing/access-rules";

/** One operation or field of the access matrix: how it is asked for, and what each actor gets. */
export interface Row {
  query: string;
  variables?: (fixture: Fixture, actor: Actor) => Record<string, unknown>;
  /** For reads: whether the answer shows what was asked for. */
  shows?: (data: never, fixture: Fixture, actor: Actor) => boolean;
  expected: Rule;
  isTrashed?: boolean;
  needsKey?: boolean;
  needsModels?: boolean;
  needsJob?: boolean;
}

/** A row that is about the board itself takes its id. */
export const board = (fixture: Fixture) => ({ id: fixture.boardId });

/** Whether a list names this id. */
export const has = (list: unknown, id: string | undefined) => (list as { id: string }[]).some((each) => each.id === id);

/** What a connection lists. */
export const nodes = (connection: unknown) => (connection as { nodes: { id: string }[] }).nodes;
