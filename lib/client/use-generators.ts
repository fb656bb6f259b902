"use client";

import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { graphql } from "./generated";
import { type InputField, readInputSchema } from "./input-form";

const generatorsQuery = graphql(`
  query Generators {
    generators {
      name
      title
      description
      provider
      artifactType
      inputSchema
    }
  }
`);

/** A generator with its form. */
export interface GeneratorForm {
  name: string;
  title: string;
  description: string;
  provider: string;
  artifactType: string;
  fields: InputField[];
}

/** Every generator, with its inputs read into form fields. */
export function useGenerators() {
  const { data, loading, error } = useQuery(generatorsQuery);
  const generators = useMemo<GeneratorForm[]>(
    () => (data?.generators ?? []).map(({ inputSchema, ...generator }) => ({ ...generator, fields: readInputSchema(inputSchema) })),
    [data],
  );
  return { generators, isLoading: loading && !data, error };
}
