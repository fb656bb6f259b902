import { Client, escapeIdentifier, escapeLiteral, Query, type QueryResult } from "pg";

/** Settings of PostgreSQL by name, such as `role`. */
export type LocalSettings = Readonly<Record<string, string>>;

/**
 * A connection that remembers nothing: what it works with (a role, a tenant, time limits) is said with every statement, and with every
 * transaction, and ends with it. So it does not matter which session of the database a pooler gives to which statement. A statement and its
 * settings are sent together, as one implicit transaction with one answer, and fail together: none ever runs with the settings of another.
 * What begins a transaction is sent with its first statement, too, which saves waiting for an answer that says nothing.
 */
export class ScopedClient extends Client {
  /** What the statements of whoever holds this connection work with. */
  settings: LocalSettings = {};
  /** Whether statements have names by which the other side knows them again. */
  isNaming = true;
  /** Whether a transaction is to begin with the next statement. */
  isBeginning = false;

  // @ts-expect-error pg declares one overload for each way in which it may be called.
  override query(config: Given, values?: unknown, callback?: Answer): Promise<QueryResult> | undefined {
    const query = new ScopedQuery(config, values, callback);
    query.client = this;
    if (query.text === "BEGIN") {
      this.isBeginning = true;
      if (query.callback) process.nextTick(query.callback, null, nothing);
      return query.callback ? undefined : Promise.resolve(nothing);
    }
    query.begins = this.isBeginning;
    this.isBeginning = false;
    if (query.callback) {
      super.query(query as never);
      return;
    }
    return new Promise((resolve, reject) => {
      query.callback = (error, result) => (error ? reject(error) : resolve(result));
      super.query(query as never);
    });
  }
}

type Given = string | { text: string; name?: string; values?: unknown[] };
type Answer = (error: Error | null, result: QueryResult) => void;

/** What pg's connections and queries do, beyond what it declares. */
interface Wire {
  parsedStatements: Record<string, string>;
  submittedNamedStatements: Record<string, string>;
  stream: { cork(): void; uncork(): void };
  query(text: string): void;
  parse(statement: { name: string; text: string }): void;
  bind(portal: { portal: string; statement: string; values: string[] }): void;
  execute(portal: { portal: string }): void;
}
interface WireQuery {
  name: string | undefined;
  text: string;
  callback: Answer | undefined;
  submit(connection: Wire): Error | null;
  prepare(connection: Wire): void;
  requiresPreparation(): boolean;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
  handleError(error: Error, connection: Wire): void;
}
const BaseQuery = Query as unknown as new (config: Given, values?: unknown, callback?: Answer) => WireQuery;

/** What a BEGIN is answered that is yet to be sent. */
const nothing: QueryResult = { command: "BEGIN", rowCount: null, oid: 0, fields: [], rows: [] };

type Statement = Pick<WireQuery, "name" | "text">;

class ScopedQuery extends BaseQuery {
  client!: ScopedClient;
  /** Whether it is the first of a transaction. */
  begins = false;
  /** What is yet to be done after the statement that is being done: the statement itself comes last. */
  private following: Statement[] = [];

  override submit(connection: Wire): Error | null {
    if (!this.client.isNaming) this.name = undefined;
    // Nothing may stand before it but BEGIN.
    if (this.isIsolation()) this.text = ["BEGIN", this.text, ...setLocal(this.client.settings)].join("; ");
    return super.submit(connection);
  }

  // Several statements cannot be prepared. What is within a transaction has its settings from it.
  override requiresPreparation(): boolean {
    if (this.isIsolation()) return false;
    return this.client.getTransactionStatus() === "I" || super.requiresPreparation();
  }

  override prepare(connection: Wire): void {
    if (this.client.getTransactionStatus() !== "I") {
      super.prepare(connection);
      return;
    }
    const settings = Object.entries(this.client.settings).flat();
    const before = [
      ...(this.begins ? [{ text: "BEGIN", name: "boards_begin", values: [] }] : []),
      { text: settingStatement(settings.length / 2), name: `boards_settings_${settings.length / 2}`, values: settings },
    ].map((each) => (this.client.isNaming ? each : { ...each, name: "" }));
    for (const { text, name, values } of before) {
      if (!name || !connection.parsedStatements[name]) connection.parse({ name, text });
      connection.bind({ portal: "", statement: name, values });
      connection.execute({ portal: "" });
    }
    super.prepare(connection);
    const [first, ...others] = [...before, { name: this.name, text: this.text }].map(({ name, text }) => ({ name, text }));
    this.following = others;
    // For what is heard of it: pg notes under this name that it was parsed.
    Object.assign(this, first);
  }

  private isIsolation(): boolean {
    return this.begins && isolation.test(this.text);
  }

  override handleDataRow(message: unknown): void {
    if (this.following.length === 0) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    const next = this.following.shift();
    if (next) Object.assign(this, next);
    else super.handleCommandComplete(message, connection);
  }

  override handleError(error: Error, connection: Wire): void {
    // It was never looked at.
    const own = this.following.at(-1);
    if (own?.name) delete connection.submittedNamedStatements[own.name];
    super.handleError(error, connection);
  }
}

const isolation = /^(?:BEGIN; )?SET TRANSACTION\b/;

const setLocal = (settings: LocalSettings) =>
  Object.entries(settings).map(([name, value]) => `SET LOCAL ${name.split(".").map(escapeIdentifier).join(".")} = ${escapeLiteral(value)}`);

const settingStatement = (count: number) =>
  `SELECT ${Array.from({ length: count }, (_, index) => `set_config($${2 * index + 1}, $${2 * index + 2}, true)`).join(", ")}`;
