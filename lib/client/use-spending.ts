"use client";

import { useQuery } from "@apollo/client/react";
import type { SpendingQuery } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";

const spendingQuery = graphql(`
  query Spending($from: DateTime!, $to: DateTime!) {
    byDay: spending(groupBy: DAY, everybody: true, from: $from, to: $to) {
      key
      usd
      generations
    }
    byPerson: spending(groupBy: USER, everybody: true, from: $from, to: $to) {
      key
      name
      usd
      generations
    }
    byGenerator: spending(groupBy: GENERATOR, everybody: true, from: $from, to: $to) {
      key
      name
      usd
      generations
    }
    byBoard: spending(groupBy: BOARD, everybody: true, from: $from, to: $to) {
      key
      name
      usd
      generations
    }
    providers {
      name
      keySource
    }
  }
`);

/** What a person, generator or board cost. */
export type NamedSpending = SpendingQuery["byPerson"][number];

/** What was spent on one day, as 2026-11-24 (UTC). */
export interface DaySpending {
  day: string;
  usd: number;
  generations: number;
}

const dayMs = 86_400_000;
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The tenant's spending of the last `days` days, today included, by UTC. Days without any are there with zero. */
export function useSpending(days: number) {
  const today = dayOf(Date.now());
  const end = Date.parse(today) + dayMs;
  const from = new Date(end - days * dayMs).toISOString();
  const to = new Date(end).toISOString();
  const { data, loading, error, refetch } = useQuery(spendingQuery, { variables: { from, to }, fetchPolicy: "cache-and-network" });
  const known = new Map(data?.byDay.map((row) => [row.key, row]));
  const byDay: DaySpending[] = Array.from({ length: days }, (_, index) => {
    const day = dayOf(end - (days - index) * dayMs);
    return { day, usd: known.get(day)?.usd ?? 0, generations: known.get(day)?.generations ?? 0 };
  });
  const sum = (field: "usd" | "generations") => byDay.reduce((total, row) => total + row[field], 0);
  return {
    spending: data && { ...data, byDay, usd: sum("usd"), generations: sum("generations") },
    /** Amounts are what it would have cost. */
    isSimulated: data?.providers.some(({ keySource }) => keySource === "SIMULATION") ?? false,
    isLoading: loading && !data,
    error,
    reload: refetch,
  };
}
