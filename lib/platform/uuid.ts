import { validate } from "uuid";

/** Whether this text is a UUID, so that it can be given to Postgres. */
export const isUuid = (value: unknown): value is string => typeof value === "string" && validate(value);
