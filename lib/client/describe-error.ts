import { CombinedGraphQLErrors } from "@apollo/client/errors";

/** What went wrong, for people: a sentence, and the input field at fault when the server named one. */
export interface DescribedError {
  message: string;
  field?: string;
}

/** Reads the server's answer; anything else is a connection that failed. */
export function describeError(error: unknown): DescribedError {
  if (!CombinedGraphQLErrors.is(error)) return { message: "The server cannot be reached. Check that it runs, and try again." };
  const [first] = error.errors;
  const field = first?.extensions?.field;
  return { message: first?.message ?? "Something went wrong.", ...(typeof field === "string" ? { field } : {}) };
}
