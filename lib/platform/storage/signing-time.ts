/** Neither S3 nor Google Cloud Storage signs an address for longer. */
const longestSeconds = 604_800;
const lives = [300, 7200, longestSeconds];

/**
 * From when to when an address is signed that ends at this moment. It counts back from the end, so that what ends at the same moment has the
 * same address, which browsers and caches know again. What ends in more than seven days ends with this moment and seven more.
 */
export function signingTime(expiresAt: Date, now = Date.now()): { signedAt: Date; seconds: number } {
  const secondsLeft = (expiresAt.getTime() - now) / 1000;
  const seconds = lives.find((life) => life >= secondsLeft);
  return seconds ? { signedAt: new Date(expiresAt.getTime() - seconds * 1000), seconds } : { signedAt: new Date(now), seconds: longestSeconds };
}
