const heights = { "480p": 480, "720p": 720, "1080p": 1080 };

/** Millions of video tokens that ByteDance counts: width × height × 30 frames × seconds / 1024. */
export function seedanceCost(resolution: keyof typeof heights, aspectRatio: string, seconds: number): number {
  const height = heights[resolution];
  const [across, up] = aspectRatio === "auto" ? [16, 9] : aspectRatio.split(":").map(Number);
  const width = Math.trunc((height * (across ?? 16)) / (up ?? 9));
  return (height * width * 30 * seconds) / 1024 / 1e6;
}
