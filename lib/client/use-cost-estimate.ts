"use client";

import { useLazyQuery } from "@apollo/client/react";
import { useEffect } from "react";
import { graphql } from "./generated/index.ts";

const estimateQuery = graphql(`
  query EstimateCost($generatorName: String!, $inputParams: JSON!) {
    estimateCost(generatorName: $generatorName, inputParams: $inputParams) {
      costUsd
      outputCount
    }
  }
`);

const restMs = 300;

/** What these inputs would cost, asked once they rest; null while they are not complete (`inputParams` null). */
export function useCostEstimate(generatorName: string, inputParams: Record<string, unknown> | null) {
  const [ask, { data, error }] = useLazyQuery(estimateQuery, { errorPolicy: "all" });
  const key = inputParams && JSON.stringify(inputParams);
  useEffect(() => {
    if (!key) return;
    // A superseded question is aborted, which is no error.
    const timer = setTimeout(() => ask({ variables: { generatorName, inputParams: JSON.parse(key) } }).catch(() => undefined), restMs);
    return () => clearTimeout(timer);
  }, [ask, generatorName, key]);
  return key && !error ? (data?.estimateCost ?? null) : null;
}
