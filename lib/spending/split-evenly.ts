import { Prisma } from "@/prisma/generated/client";

/** An amount in parts of a millionth that add up to it; the first takes what does not divide. */
export function splitEvenly(total: Prisma.Decimal, count: number): Prisma.Decimal[] {
  if (count === 0) return [];
  const part = total.div(count).toDecimalPlaces(6, Prisma.Decimal.ROUND_DOWN);
  const rest = total.toDecimalPlaces(6).minus(part.times(count));
  return Array.from({ length: count }, (_, index) => (index === 0 ? part.plus(rest) : part));
}
