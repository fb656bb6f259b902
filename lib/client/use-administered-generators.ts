"use client";

import { useMutation, useQuery } from "@apollo/client/react";
import { useCallback, useMemo } from "react";
import type { AdministeredGeneratorsQuery, GeneratorSettingInput } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";
import { forgetGeneratorList } from "./generator-list.ts";
import { readInputSchema } from "./input-form/read-input-schema.ts";

const administeredGeneratorsQuery = graphql(`
  query AdministeredGenerators {
    allGenerators {
      ...GeneratorFacts
      isOffered
    }
    generatorSettings {
      id
      generatorName
      forInstallation
      isOffered
      position
      defaults
      limits
      priceUsd
      allowedRoles
      timeLimitSeconds
    }
  }
`);

const declaredFormQuery = graphql(`
  query DeclaredForm($name: String!) {
    allGenerators(name: $name) {
      name
      declaredInputSchema
    }
  }
`);

const setGeneratorSettingMutation = graphql(`
  mutation SetGeneratorSetting($input: GeneratorSettingInput!) {
    setGeneratorSetting(input: $input) {
      id
    }
  }
`);

/** Narrower limits of one input. */
export interface FieldLimit {
  minimum?: number;
  maximum?: number;
  values?: (string | number)[];
}

/** What an admin changed about a generator. */
export type GeneratorSetting = Omit<AdministeredGeneratorsQuery["generatorSettings"][number], "defaults" | "limits"> & {
  defaults: Record<string, unknown>;
  limits: Record<string, FieldLimit>;
};

/** A generator as admins see it, with what was changed for the tenant and for the whole installation. */
export type AdministeredGenerator = AdministeredGeneratorsQuery["allGenerators"][number] & {
  own: GeneratorSetting | null;
  shared: GeneratorSetting | null;
};

/** What is to change; null gives a part back to how it was declared, what is left out stays. */
export type SettingChanges = Partial<Omit<GeneratorSettingInput, "generatorName" | "forInstallation">>;

// The server replaces a setting as a whole.
function settingOf({ name, own, shared }: AdministeredGenerator, forInstallation: boolean): GeneratorSettingInput {
  const setting = forInstallation ? shared : own;
  return {
    generatorName: name,
    forInstallation,
    isOffered: setting?.isOffered ?? null,
    position: setting?.position ?? null,
    defaults: setting?.defaults ?? {},
    limits: setting?.limits ?? {},
    priceUsd: setting?.priceUsd ?? null,
    allowedRoles: setting?.allowedRoles ?? [],
    timeLimitSeconds: setting?.timeLimitSeconds ?? null,
  };
}

/** Every generator, offered or not, and what was changed about it. `change` throws what the server says against it. */
export function useAdministeredGenerators() {
  const { data, loading, error, refetch } = useQuery(administeredGeneratorsQuery, { fetchPolicy: "cache-and-network" });
  const [set] = useMutation(setGeneratorSettingMutation, {
    refetchQueries: [administeredGeneratorsQuery],
    awaitRefetchQueries: true,
    update: forgetGeneratorList,
  });
  const generators = useMemo<AdministeredGenerator[] | undefined>(() => {
    const settings = data?.generatorSettings as GeneratorSetting[] | undefined;
    const byName = (forInstallation: boolean) =>
      new Map(settings?.filter((each) => each.forInstallation === forInstallation).map((each) => [each.generatorName, each]));
    const [own, shared] = [byName(false), byName(true)];
    return data?.allGenerators.map((each) => ({ ...each, own: own.get(each.name) ?? null, shared: shared.get(each.name) ?? null }));
  }, [data]);
  const change = useCallback(
    (generator: AdministeredGenerator, changes: SettingChanges, forInstallation = false) =>
      set({ variables: { input: { ...settingOf(generator, forInstallation), ...changes } } }),
    [set],
  );
  return {
    generators,
    isLoading: loading && !data,
    error,
    reload: refetch,
    change,
  };
}

/** The inputs of a generator as it declares them, before any setting. */
export function useDeclaredForm(name: string) {
  const { data, error } = useQuery(declaredFormQuery, { variables: { name } });
  const schema = data?.allGenerators[0]?.declaredInputSchema;
  const fields = useMemo(() => (schema ? readInputSchema(schema) : undefined), [schema]);
  return { fields, error };
}
