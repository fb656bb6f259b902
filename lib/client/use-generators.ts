"use client";

import { useApolloClient, useQuery } from "@apollo/client/react";
import { useEffect, useMemo, useState } from "react";
import type { GeneratorsQuery } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";
import type { InputField } from "./input-form/input-field.ts";
import type { InputRule } from "./input-form/input-rules.ts";
import { readInputRules, readInputSchema } from "./input-form/read-input-schema.ts";
import { useRetry } from "./live/use-retry.ts";
import { whenIdle } from "./server/when-idle.ts";

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

/** Every generator, with its inputs as form fields. The list is long: where it is not urgent, it is asked for after what is to be shown first. */
export function useGenerators({ isUrgent = true }: { isUrgent?: boolean } = {}) {
  const client = useApolloClient();
  const [isDue, setIsDue] = useState(() => isUrgent || client.readQuery({ query: generatorsQuery }) !== null);
  useEffect(() => (isDue ? undefined : whenIdle(() => setIsDue(true))), [isDue]);
  const { data, loading, error, refetch } = useQuery(generatorsQuery, { ...revalidated, skip: !isDue });
  useRetry(!data && error, refetch);
  const generators = useMemo(() => (data?.generators ?? []).map(formOf), [data]);
  return { generators, isLoading: !data && (loading || !isDue), error };
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
