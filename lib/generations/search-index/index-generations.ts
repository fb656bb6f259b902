import { gramsOf, searchTextOf } from "@/lib/generations/search-index/search-text";
import type { Transaction } from "@/lib/platform/db/client";

/** Makes new generations findable by words. Belongs into the transaction that writes their rows, of which it is called last. */
export async function indexGenerations(tx: Pick<Transaction, "generationSearchText">, rows: { id: string; inputParams: unknown }[]): Promise<void> {
  const data = rows.flatMap(({ id, inputParams }) => {
    const text = searchTextOf(inputParams);
    return text === "" ? [] : [{ generationId: id, text, grams: gramsOf(text) }];
  });
  if (data.length > 0) await tx.generationSearchText.createMany({ data });
}
