/** Which frame of a strip stands for a place from 0, the beginning, to 1. */
export const frameAt = (share: number, frames: number): number => Math.min(Math.floor(share * frames), frames - 1);

/** How a frame of a strip, on which they lie side by side, covers a box, as the video does. */
export function stripStyle(url: string, frames: number, frame: number, box: { width: number; height: number }, ratio: number) {
  const width = Math.max(box.width, box.height * ratio);
  const height = width / ratio;
  return {
    backgroundImage: `url("${url}")`,
    backgroundSize: `${width * frames}px ${height}px`,
    backgroundPosition: `${-(frame * width + (width - box.width) / 2)}px ${(box.height - height) / 2}px`,
  };
}
