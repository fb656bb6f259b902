import type { PageAnswer } from "@boards/client";
import { previewsOf } from "@boards/client/page-questions";
import { preload } from "react-dom";
import { tileSizes } from "../../../_components/gallery/tile-sizes";
import { shownWidth, sourceSet } from "../../../_components/tile/source-set";

/** As many as a large screen shows at once; more would keep it waiting for the first. */
const most = 16;

/** Has the browser load the previews that a board shows first while its scripts are still on their way. What size they are shown in is a good guess. */
export async function FirstPreviews({ opening }: { opening: PageAnswer["answer"] | undefined }) {
  const answer = await opening;
  for (const { small, medium, large, width, height } of answer ? previewsOf(answer.body).slice(0, most) : []) {
    const ratio = width && height ? width / height : 1;
    const imageSrcSet = sourceSet([
      [small, 320],
      [medium, 640],
      [large, 1280],
    ]);
    const imageSizes = `${shownWidth({ width: 0, height: tileSizes.wide }, ratio)}px`;
    if (small && imageSrcSet) preload(small, { as: "image", imageSrcSet, imageSizes, fetchPriority: "high" });
  }
  return null;
}
