import { createHash, randomBytes } from "node:crypto";
import pg from "pg";
import { type HttpAnswer, type HttpRequest, send } from "./send";

/** Everybody who asks: of the first tenant, of another one, by a key, and nobody. */
export const actors = ["founder", "admin", "owner", "editor", "viewer", "stranger", "foreigner", "key", "nobody"] as const;
export type Actor = (typeof actors)[number];

interface Person {
  email: string;
  password: string;
  headers: Record<string, string>;
  id?: string;
  /** While signing in again. */
  returning?: Promise<boolean>;
}

const password = "correct horse battery";
/** Makes the founder the owner of the installation. */
export const setupToken = "a-setup-token-of-the-fuzz";
const whoIsIt = "{ me { id tenantId } }";

/** The people of an installation, signed in as browsers are, and signed in again when an input has thrown them out. */
export class People {
  private readonly people = new Map<Actor, Person>();
  private round = 0;
  /** The tenant of everyone but the foreigner. */
  private home = "";

  constructor(
    private readonly url: string,
    private readonly databaseUrl: string,
  ) {}

  /** The id of someone's account. */
  idOf(actor: Actor): string {
    return this.people.get(actor)?.id ?? "";
  }

  /** Sends a request as someone; whoever an earlier input has signed out signs in again for it. */
  async ask(actor: Actor, request: HttpRequest): Promise<HttpAnswer> {
    const person = this.people.get(actor);
    const sent = () => send(this.url, { ...request, headers: { ...person?.headers, ...request.headers } });
    const answer = await sent();
    const isOut = person?.password && answer.text.includes('"auth.required"') && !request.headers.cookie;
    return isOut && (await this.signInAgain(person)) ? sent() : answer;
  }

  private signInAgain(person: Person): Promise<boolean> {
    person.returning ??= this.signIn(person).finally(() => {
      delete person.returning;
    });
    return person.returning;
  }

  /** Asks GraphQL as someone, and throws what goes wrong. */
  async graphql<Data>(actor: Actor, query: string, variables: object = {}): Promise<Data> {
    const answer = await this.ask(actor, { method: "POST", path: "/api/graphql", headers: asJson, body: JSON.stringify({ query, variables }) });
    const { data, errors } = (answer.json ?? {}) as { data?: Data; errors?: { message: string }[] };
    if (!data || errors)
      throw new Error(`${actor}: ${query}: ${errors?.[0]?.message ?? `${answer.status} ${answer.problem ?? answer.text.slice(0, 200)}`}`);
    return data;
  }

  /** Sees to it that everyone is there, signed in and what they are meant to be, whatever inputs did to them. */
  async assemble(): Promise<void> {
    this.round++;
    await this.enter("founder");
    for (const actor of ["admin", "owner", "editor", "viewer", "stranger"] as const) await this.enter(actor);
    await this.graphql("founder", "mutation ($id: UUID!) { setTenantRole(userId: $id, role: ADMIN) { id } }", { id: this.idOf("admin") });
    await this.takeKey();
    if (!this.people.has("foreigner") || !(await this.isIn("foreigner"))) await this.foundAnotherTenant();
  }

  private async isIn(actor: Actor): Promise<boolean> {
    const me = await this.whoIs(actor);
    const person = this.people.get(actor);
    if (!me || !person) return false;
    this.home ||= me.tenantId;
    // An input has moved their browser into another tenant, as that of someone who founded one.
    if (person.password && me.tenantId !== this.home) {
      const back = "mutation ($tenant: UUID!) { switchTenant(tenantId: $tenant) }";
      if (!(await this.graphql(actor, back, { tenant: this.home }).catch(() => null))) return false;
      return this.isIn(actor);
    }
    person.id = me.id;
    return true;
  }

  private async whoIs(actor: Actor): Promise<{ id: string; tenantId: string } | null> {
    return (await this.graphql<{ me: { id: string; tenantId: string } | null }>(actor, whoIsIt).catch(() => null))?.me ?? null;
  }

  private async enter(actor: Actor): Promise<void> {
    const known = this.people.get(actor);
    if (known && (await this.isIn(actor))) return;
    if (known?.id && actor !== "founder")
      await this.graphql("founder", "mutation ($id: UUID!) { enableUser(userId: $id) { id } }", { id: known.id }).catch(() => undefined);
    if (known && (await this.signIn(known)) && (await this.isIn(actor))) return;
    const email = `${actor}-${this.round}@fuzz.example`;
    const person: Person = { email, password, headers: {} };
    const invitationToken = actor === "founder" ? null : await this.invite(email);
    await send(this.url, {
      method: "POST",
      path: "/api/graphql",
      headers: asJson,
      body: JSON.stringify({
        query: "mutation ($input: CreateAccountInput!) { createAccount(input: $input) { id } }",
        variables: { input: { email, password, displayName: actor, invitationToken, ...(actor === "founder" ? { setupToken } : {}) } },
      }),
    });
    this.people.set(actor, person);
    if (!(await this.signIn(person)) || !(await this.isIn(actor))) throw new Error(`${actor} could not sign in`);
  }

  private async invite(email: string): Promise<string> {
    const query = "mutation ($email: String!) { inviteToTenant(email: $email) { link } }";
    const { inviteToTenant } = await this.graphql<{ inviteToTenant: { link: string } }>("founder", query, { email });
    return /invitation=([^&]*)/.exec(inviteToTenant.link)?.[1] ?? "";
  }

  private async signIn(person: Person): Promise<boolean> {
    const csrf = await send(this.url, { method: "GET", path: "/api/auth/csrf", headers: {} });
    const { csrfToken } = csrf.json as { csrfToken: string };
    const body = new URLSearchParams({ csrfToken, email: person.email, password: person.password, json: "true" }).toString();
    const answer = await send(this.url, {
      method: "POST",
      path: "/api/auth/callback/password",
      headers: { "content-type": "application/x-www-form-urlencoded", cookie: cookiesOf(csrf) },
      body,
    });
    const cookie = cookiesOf(answer).match(/next-auth\.session-token=[^;]+/)?.[0];
    if (cookie) person.headers = { cookie };
    return cookie !== undefined;
  }

  private async takeKey(): Promise<void> {
    if (this.people.has("key") && (await this.isIn("key"))) return;
    const query = 'mutation { createApiKey(input: { name: "fuzz", scopes: [READ, GENERATE, WRITE] }) { key } }';
    const { createApiKey } = await this.graphql<{ createApiKey: { key: string } }>("owner", query);
    this.people.set("key", { email: "", password: "", headers: { authorization: `Bearer ${createApiKey.key}` }, id: this.idOf("owner") });
  }

  /** Browsers enter the tenant of their account only, so the owner of another one gets a key, put where a key of theirs would be. */
  private async foundAnotherTenant(): Promise<void> {
    const answer = await this.ask("founder", {
      method: "POST",
      path: "/api/tenants/register",
      headers: asJson,
      body: JSON.stringify({ organization_name: `Elsewhere ${this.round}`, admin_email: "elsewhere@fuzz.example" }),
    });
    const { tenant_id: tenantId } = answer.json as { tenant_id?: string };
    if (!tenantId) throw new Error(`no other tenant: ${answer.status} ${answer.text.slice(0, 200)}`);
    const key = `boards_${randomBytes(30).toString("base64url")}`;
    const client = new pg.Client({ connectionString: this.databaseUrl });
    await client.connect();
    const { rows } = await client.query("SELECT id FROM boards.users WHERE tenant_id = $1", [tenantId]);
    await client.query(
      "INSERT INTO boards.api_keys (id, user_id, name, key_hash, prefix, scopes) VALUES (gen_random_uuid(), $1, 'fuzz', $2, $3, '{read,generate,write,admin}')",
      [rows[0].id, createHash("sha256").update(key).digest("hex"), key.slice(0, 13)],
    );
    await client.end();
    this.people.set("foreigner", { email: "", password: "", headers: { authorization: `Bearer ${key}` }, id: rows[0].id });
  }
}

const asJson = { "content-type": "application/json" };
const cookiesOf = ({ headers }: HttpAnswer) => (headers["set-cookie"] ?? []).map((each) => each.split(";")[0]).join("; ");
