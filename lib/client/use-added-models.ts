"use client";

import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import type {
  AddComfyWorkflowInput,
  AddedModelsQuery,
  AddModelInput,
  ArtifactType,
  DescribeModelQuery,
  RefreshModelInput,
  RefreshModelMutation,
  SetModelPriceInput,
} from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";
import { forgetGenerators } from "./generator-list.ts";

const addedModelsQuery = graphql(`
  query AddedModels($after: String) {
    membersMayAddModels
    modelProviders {
      name
      title
      exampleId
      examplePage
    }
    addedModels(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        title
        description
        provider
        providerTitle
        source
        modelId
        page
        artifactType
        state
        retiredReason
        forInstallation
        version
        priceUsd
        pricePer
        priceUnits
        output
        addedBy
        isUsed
        mayEdit
        mayOffer
        mayTry
        updatedAt
        fields {
          ...ModelFieldFacts
        }
        problems {
          field
          reason
          isBlocking
        }
        versions {
          version
          createdAt
          addedBy
        }
      }
    }
  }
`);

graphql(`
  fragment ModelFieldFacts on ModelField {
    name
    title
    kind
    artifactType
    isRequired
    isAdvanced
    takes
  }
`);

graphql(`
  fragment ModelDescriptionFacts on ModelDescription {
    provider
    providerTitle
    source
    modelId
    title
    description
    page
    artifactType
    output
    isUsable
    isRetired
    priceUsd
    pricePer
    priceUnits
    fields {
      ...ModelFieldFacts
    }
    problems {
      field
      reason
      isBlocking
    }
    alreadyAdded {
      id
      title
      state
    }
  }
`);

const describeModelQuery = graphql(`
  query DescribeModel($provider: String!, $model: String!, $artifactType: ArtifactType) {
    describeModel(provider: $provider, model: $model, artifactType: $artifactType) {
      ...ModelDescriptionFacts
    }
  }
`);

const describeWorkflowQuery = graphql(`
  query DescribeComfyWorkflow($fileName: String!, $workflow: String!) {
    describeComfyWorkflow(fileName: $fileName, workflow: $workflow) {
      ...ModelDescriptionFacts
    }
  }
`);

const addModelMutation = graphql(`
  mutation AddModel($input: AddModelInput!) {
    addModel(input: $input) {
      id
      title
    }
  }
`);

const addWorkflowMutation = graphql(`
  mutation AddComfyWorkflow($input: AddComfyWorkflowInput!) {
    addComfyWorkflow(input: $input) {
      id
      title
    }
  }
`);

const offerModelMutation = graphql(`
  mutation OfferModel($id: UUID!) {
    offerModel(id: $id) {
      id
      state
    }
  }
`);

const retireModelMutation = graphql(`
  mutation RetireModel($id: UUID!, $reason: String) {
    retireModel(id: $id, reason: $reason) {
      id
      state
    }
  }
`);

const deleteModelMutation = graphql(`
  mutation DeleteModel($id: UUID!) {
    deleteModel(id: $id)
  }
`);

const setModelPriceMutation = graphql(`
  mutation SetModelPrice($input: SetModelPriceInput!) {
    setModelPrice(input: $input) {
      id
      priceUsd
      pricePer
    }
  }
`);

const refreshModelMutation = graphql(`
  mutation RefreshModel($input: RefreshModelInput!) {
    refreshModel(input: $input) {
      fingerprint
      isUsable
      isKept
      changes {
        kind
        field
        change
        isBreaking
      }
      problems {
        field
        reason
        isBlocking
      }
      model {
        id
        version
      }
    }
  }
`);

const membersMayAddMutation = graphql(`
  mutation SetMembersMayAddModels($isAllowed: Boolean!) {
    setMembersMayAddModels(isAllowed: $isAllowed)
  }
`);

/** A model that was added in the browser. */
export type AddedModel = AddedModelsQuery["addedModels"]["nodes"][number];
/** A provider whose models can be added. */
export type ModelProvider = AddedModelsQuery["modelProviders"][number];
/** A model as its provider, or a file, describes it. */
export type DescribedModel = DescribeModelQuery["describeModel"];
/** What is different since a model was read last. */
export type ModelRefresh = RefreshModelMutation["refreshModel"];

/** Models that were added in the browser, newest first, and what can be done with them. What changes them throws what the server says. */
export function useAddedModels() {
  const client = useApolloClient();
  const { data, loading, error, refetch, fetchMore } = useQuery(addedModelsQuery, { fetchPolicy: "cache-and-network" });
  const again = { refetchQueries: [addedModelsQuery], awaitRefetchQueries: true, update: forgetGenerators };
  const [add] = useMutation(addModelMutation, again);
  const [addWorkflow] = useMutation(addWorkflowMutation, again);
  const [offer] = useMutation(offerModelMutation, again);
  const [retire] = useMutation(retireModelMutation, again);
  const [remove] = useMutation(deleteModelMutation, again);
  const [setPrice] = useMutation(setModelPriceMutation, again);
  const [refresh] = useMutation(refreshModelMutation, again);
  const [allowMembers] = useMutation(membersMayAddMutation, again);
  const { hasNextPage = false, endCursor } = data?.addedModels.pageInfo ?? {};
  return {
    models: data?.addedModels.nodes,
    total: data?.addedModels.totalCount ?? 0,
    /** Those whose models can be looked up and added. */
    providers: data?.modelProviders ?? [],
    membersMayAdd: data?.membersMayAddModels ?? false,
    isLoading: loading && !data,
    error,
    reload: refetch,
    hasMore: hasNextPage,
    loadMore: () =>
      fetchMore({
        variables: { after: endCursor ?? null },
        updateQuery: (before, { fetchMoreResult: more }) => ({
          ...more,
          addedModels: { ...more.addedModels, nodes: [...before.addedModels.nodes, ...more.addedModels.nodes] },
        }),
      }),
    describe: async (provider: string, model: string, artifactType: ArtifactType | null) =>
      existing((await client.query({ query: describeModelQuery, variables: { provider, model, artifactType }, fetchPolicy: "network-only" })).data)
        .describeModel,
    describeWorkflow: async (fileName: string, workflow: string) =>
      existing((await client.query({ query: describeWorkflowQuery, variables: { fileName, workflow }, fetchPolicy: "network-only" })).data)
        .describeComfyWorkflow,
    add: async (input: AddModelInput) => existing((await add({ variables: { input } })).data).addModel,
    addWorkflow: async (input: AddComfyWorkflowInput) => existing((await addWorkflow({ variables: { input } })).data).addComfyWorkflow,
    offer: (id: string) => offer({ variables: { id } }),
    retire: (id: string, reason: string | null) => retire({ variables: { id, reason } }),
    remove: (id: string) => remove({ variables: { id } }),
    setPrice: (input: SetModelPriceInput) => setPrice({ variables: { input } }),
    refresh: async (input: RefreshModelInput) => existing((await refresh({ variables: { input } })).data).refreshModel,
    allowMembers: (isAllowed: boolean) => allowMembers({ variables: { isAllowed } }),
  };
}

/** Everything that the screens of added models do. */
export type AddedModels = ReturnType<typeof useAddedModels>;

function existing<T>(data: T | null | undefined): T {
  if (!data) throw new Error("The server did not answer");
  return data;
}
