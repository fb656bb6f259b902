const heights = { "480p": 480, "720p": 720, "1080p": 1080, "4k": 2160 };

/**
 * Millions of video tokens that ByteDance counts: width × height × 24 frames × seconds / 1024. Every aspect ratio of a resolution has
 * about as many pixels as 16:9.
 */
export function seedanceCost(resolution: keyof typeof heights, seconds: number): number {
  const height = heights[resolution];
  return (((height * 16) / 9) * height * 24 * seconds) / 1024 / 1e6;
}
