import type { ApolloCache, ApolloClient } from "@apollo/client";
import type { GeneratorsQuery } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";
import type { InputField } from "./input-form/input-field.ts";
import type { InputRule } from "./input-form/input-rules.ts";
import { readInputRules, readInputSchema } from "./input-form/read-input-schema.ts";

const generatorsQuery = graphql(`
  query Generators {
    generators {
      ...GeneratorFacts
      task
      family
      variant
      defaultCostUsd
      inputSchema
    }
  }
`);

/** So that the browser keeps the answer, and asks whether it still holds. */
const revalidated = { context: { fetchOptions: { method: "GET" } } };

/** A generator with its form. */
export interface GeneratorForm {
  name: string;
  title: string;
  description: string;
  provider: string;
  /** The provider's name for people; null for what runs on the server itself. */
  providerTitle: string | null;
  /** Whether it runs on the server itself, without a provider. */
  isLocal: boolean;
  /** Who made the model; null for what runs here by rules. */
  vendor: string | null;
  /** Why it should not be chosen any more. */
  deprecation: string | null;
  /** The name of the one to use instead. */
  successor: string | null;
  /** Why it cannot be used now. */
  unavailableReason: string | null;
  /** Its results are made up, and it costs nothing: estimates say what it would cost. */
  isSimulated: boolean;
  artifactType: string;
  /** In the field's words, as in `text-to-image`; null for what runs on the server itself. */
  task: string | null;
  /** The model family, as in `Veo 3.1`; of one vendor and one artifact type. */
  family: string;
  /** What sets it apart within the family; empty for the plain model. */
  variant: string;
  /** The price of a request with the default settings; null where it is not known. */
  defaultCostUsd: number | null;
  fields: InputField[];
  /** What must hold of the inputs together. */
  rules: InputRule[];
}

function formOf({ inputSchema, ...generator }: GeneratorsQuery["generators"][number]): GeneratorForm {
  const { providerTitle, vendor, task, defaultCostUsd, deprecation, successor, unavailableReason } = generator;
  let fields: InputField[] | undefined;
  let rules: InputRule[] | undefined;
  return {
    ...generator,
    providerTitle: providerTitle ?? null,
    vendor: vendor ?? null,
    task: task ?? null,
    defaultCostUsd: defaultCostUsd ?? null,
    deprecation: deprecation ?? null,
    successor: successor ?? null,
    unavailableReason: unavailableReason ?? null,
    // Read when they are looked at: hundreds of forms take long, and one is shown.
    get fields() {
      fields ??= readInputSchema(inputSchema);
      return fields;
    },
    get rules() {
      rules ??= readInputRules(inputSchema);
      return rules;
    },
  };
}

/** The generators as far as they are known. */
export interface GeneratorListState {
  generators: GeneratorForm[];
  isLoading: boolean;
  error: unknown;
}

const nothingYet: GeneratorListState = { generators: [], isLoading: true, error: undefined };
const lists = new WeakMap<ApolloCache, GeneratorList>();

/** The one list of a client, for all who show it. Apollo's cache would take its thousands of values apart and put them together again, while someone scrolls. */
class GeneratorList {
  state = nothingYet;
  readonly #client: ApolloClient;
  readonly #watchers = new Set<() => void>();
  #isAsking = false;
  #isCurrent = false;

  constructor(client: ApolloClient) {
    this.#client = client;
    // Someone else may be signed in now.
    client.onResetStore(async () => {
      this.#show(nothingYet);
      this.forget();
    });
  }

  /** Tells `watcher` of each change from now on, and of what changed before it could be told; answers how to end that. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    watcher();
    return () => void this.#watchers.delete(watcher);
  }

  /** Asks for the list, unless it is there or on its way. */
  load = async (): Promise<void> => {
    if (this.#isAsking || this.#isCurrent) return;
    this.#isAsking = true;
    this.#isCurrent = true;
    try {
      const { data } = await this.#client.query({ query: generatorsQuery, ...revalidated, fetchPolicy: "no-cache" });
      this.#show({ generators: (data?.generators ?? []).map(formOf), isLoading: false, error: undefined });
    } catch (error) {
      this.#isCurrent = false;
      this.#show({ ...this.state, isLoading: false, error });
    }
    this.#isAsking = false;
    // Forgotten while it was on its way.
    if (!this.#isCurrent && !this.state.error) this.forget();
  };

  /** What is there is out of date: it is asked for again, at once if someone shows it. */
  forget(): void {
    this.#isCurrent = false;
    if (this.#watchers.size > 0) void this.load();
  }

  #show(state: GeneratorListState): void {
    this.state = state;
    for (const watcher of this.#watchers) watcher();
  }
}

/** The list of this client. */
export function generatorListOf(client: ApolloClient): GeneratorList {
  const list = lists.get(client.cache) ?? new GeneratorList(client);
  lists.set(client.cache, list);
  return list;
}

/** How generators stand has changed, as the server sees it: for a mutation's `update`. */
export const forgetGeneratorList = (cache: ApolloCache): void => lists.get(cache)?.forget();

/** As `forgetGeneratorList`, also what admins see of them. */
export function forgetGenerators(cache: ApolloCache): void {
  forgetGeneratorList(cache);
  cache.evict({ fieldName: "allGenerators" });
}
