import type { PageAnswer } from "@boards/client";
import { previewsOf } from "@boards/client/page-questions";
import { preload } from "react-dom";
import { tileSizes } from "../../../_components/gallery/tile-sizes";
import { shownWidth, sourceSet } from "../../../_components/tile/source-set";

/** As many as a large screen shows at once, and a phone; more would keep it waiting for the first. */
const most = { wide: 16, narrow: 4 };
const wide = "(min-width: 592px)";

/** Has the browser load the previews that a board shows first while its scripts are still on their way. What size they are shown in is a good guess. */
export async function FirstPreviews({ opening }: { opening: PageAnswer["answer"] | undefined }) {
  const answer = await opening;
  for (const [index, { small, medium, large, width, height }] of answer ? previewsOf(answer.body).slice(0, most.wide).entries() : []) {
    const ratio = width && height ? width / height : 1;
    const imageSrcSet = sourceSet([
      [small, 320],
      [medium, 640],
      [large, 1280],
    ]);
    const [narrowWidth, wideWidth] = [tileSizes.narrow, tileSizes.wide].map((size) => shownWidth({ width: 0, height: size }, ratio));
    const imageSizes = `${wide} ${wideWidth}px, min(100vw - 2rem, ${narrowWidth}px)`;
    const media = index < most.narrow ? {} : { media: wide };
    if (small && imageSrcSet) preload(small, { as: "image", imageSrcSet, imageSizes, fetchPriority: "high", ...media });
  }
  return null;
}
