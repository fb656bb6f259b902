import { ratioOf } from "./ratio";

const boxPixels = 16;
const thinnest = 4;

/** A ratio as a small rectangle of that shape; dashed where it is left open. */
export function RatioShape({ option }: { option: string | null }) {
  const ratio = option === null ? null : ratioOf(option);
  const shape = ratio ?? 1;
  const width = shape >= 1 ? boxPixels : Math.max(boxPixels * shape, thinnest);
  const height = shape >= 1 ? Math.max(boxPixels / shape, thinnest) : boxPixels;
  return (
    <span aria-hidden className="grid size-4 shrink-0 place-items-center">
      <span
        style={{ width, height }}
        className={`block rounded-[3px] border-[1.5px] border-current ${ratio === null ? "border-dashed opacity-60" : ""}`}
      />
    </span>
  );
}
