/** Whether the database, and not what was asked of it by a person, is to blame: a lost connection, a timeout, a server that is going down. */
export function isDatabaseError(error: unknown): boolean {
  return error instanceof Error && (error.name.startsWith("PrismaClient") || error.name === "DriverAdapterError");
}
