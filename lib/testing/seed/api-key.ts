import { v7 as uuidv7 } from "uuid";
import type { Prisma } from "@/prisma/generated/client";

/** The row of a key that may read, which nobody can use; other columns are taken as they are. */
export const apiKeyRow = (userId: string, columns: Partial<Prisma.ApiKeyCreateManyInput> = {}) => ({
  userId,
  name: "spare",
  keyHash: uuidv7(),
  prefix: "spare",
  scopes: ["read"],
  ...columns,
});
