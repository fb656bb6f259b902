import { Client, escapeIdentifier, escapeLiteral, Query, type QueryResult } from "pg";

/** Settings of PostgreSQL by name, such as `role`. */
export type LocalSettings = Readonly<Record<string, string>>;

/**
 * A connection that remembers nothing: what it works with (a role, a tenant, time limits) is said with every statement, and with every
 * transaction, and ends with it. So it does not matter which session of the database a pooler gives to which statement. A statement and its
 * settings are sent together, as one implicit transaction with one answer, and fail together: none ever runs with the settings of another.
 */
export class ScopedClient extends Client {
  /** What the statements of whoever holds this connection work with. */
  settings: LocalSettings = {};
  /** Whether statements have names by which the other side knows them again. */
  isNaming = true;

  // @ts-expect-error pg declares one overload for each way in which it may be called.
  override query(config: Given, values?: unknown, callback?: Answer): Promise<QueryResult> | undefined {
    const query = new ScopedQuery(config, values, callback);
    query.client = this;
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

class ScopedQuery extends BaseQuery {
  client!: ScopedClient;
  /** The statement itself, until what is sent before it has been done. */
  private own: Pick<WireQuery, "name" | "text"> | undefined;
  private readonly isBegin = begins.test(this.text);

  override submit(connection: Wire): Error | null {
    if (!this.client.isNaming) this.name = undefined;
    if (this.isBegin) this.text = [this.text, ...setLocal(this.client.settings)].join("; ");
    return super.submit(connection);
  }

  // What begins a transaction is several statements, which can't be prepared. What is within one has its settings from it.
  override requiresPreparation(): boolean {
    if (this.isBegin) return false;
    return this.client.getTransactionStatus() === "I" || super.requiresPreparation();
  }

  override prepare(connection: Wire): void {
    if (this.client.getTransactionStatus() !== "I") {
      super.prepare(connection);
      return;
    }
    const values = Object.entries(this.client.settings).flat();
    const text = settingStatement(values.length / 2);
    const name = this.client.isNaming ? `boards_settings_${values.length / 2}` : "";
    if (!name || !connection.parsedStatements[name]) connection.parse({ name, text });
    connection.bind({ portal: "", statement: name, values });
    connection.execute({ portal: "" });
    super.prepare(connection);
    this.own = { name: this.name, text: this.text };
    // For what is heard of it: pg notes under this name that it was parsed.
    Object.assign(this, { name, text });
  }

  override handleDataRow(message: unknown): void {
    if (!this.own) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    if (this.own) Object.assign(this, this.own);
    else super.handleCommandComplete(message, connection);
    this.own = undefined;
  }

  override handleError(error: Error, connection: Wire): void {
    // It was never looked at.
    if (this.own?.name) delete connection.submittedNamedStatements[this.own.name];
    super.handleError(error, connection);
  }
}

const begins = /^\s*begin\b/i;

const setLocal = (settings: LocalSettings) =>
  Object.entries(settings).map(([name, value]) => `SET LOCAL ${name.split(".").map(escapeIdentifier).join(".")} = ${escapeLiteral(value)}`);

const settingStatement = (count: number) =>
  `SELECT ${Array.from({ length: count }, (_, index) => `set_config($${2 * index + 1}, $${2 * index + 2}, true)`).join(", ")}`;
