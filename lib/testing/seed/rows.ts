/** More at once is a benchmark's business, which seeds by SQL. */
const most = 5000;

/** So many rows, each made from its number. */
export function rows<Row>(count: number, make: (index: number) => Row): Row[] {
  if (count > most) throw new Error(`${count} rows are more than the ${most} that a test may seed at once`);
  return Array.from({ length: count }, (_, index) => make(index));
}
