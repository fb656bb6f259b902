import { type DescribedError as ClientError, describeError as read } from "@boards/client";

/** What went wrong, for people: a sentence, and the input field at fault when the server named one. */
export type DescribedError = ClientError & { message: string };

const sentences: Record<string, string> = {
  "client.unreachable": "The server cannot be reached. Check that it runs, and try again.",
};

/** Puts into words what a hook told as an error. */
export const inWords = (error: ClientError): DescribedError => ({
  ...error,
  message: error.message ?? sentences[error.code] ?? "Something went wrong.",
});

/** Reads what a hook threw, or told as `error`. */
export const describeError = (error: unknown): DescribedError => inWords(read(error));
