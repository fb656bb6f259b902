/** A video or audio element, as far as its source goes. */
export type Player = Pick<HTMLMediaElement, "src" | "currentTime" | "paused" | "ended" | "play" | "addEventListener" | "removeEventListener">;

/** A player whose file's address is renewed now and then. */
export interface SteadySource {
  /** Tells of an address that opens the file from now on. */
  offer(address: string): void;
  stop(): void;
}

/**
 * Gives a player its file by addresses that end. A new one replaces the old at once only where nothing has been played yet: a player that changes
 * its source begins anew. Whoever has begun keeps the old one, which plays on from what is loaded; when the player can load no more by it, it
 * goes on by the newest address, at the same place. Where the newest does not open the file either, `renew` is asked for another, once.
 */
export function steadySource(player: Player, address: string, renew: () => unknown): SteadySource {
  let newest = address;
  let used = address;
  let hasAskedFor = "";
  let goOnAt: { time: number; isPlaying: boolean } | null = null;

  const use = (next: string) => {
    used = next;
    player.src = next;
  };
  const onError = () => {
    goOnAt ??= { time: player.currentTime, isPlaying: !player.paused && !player.ended };
    if (newest !== used) use(newest);
    else if (hasAskedFor !== used) {
      hasAskedFor = used;
      renew();
    }
  };
  const onLoaded = () => {
    if (!goOnAt) return;
    const { time, isPlaying } = goOnAt;
    goOnAt = null;
    player.currentTime = time;
    // A browser may want to be asked by the person first; then it stays at its place, paused.
    if (isPlaying) void player.play().catch(() => undefined);
  };

  use(address);
  player.addEventListener("error", onError);
  player.addEventListener("loadedmetadata", onLoaded);
  return {
    offer(next) {
      newest = next;
      const isUntouched = player.paused && player.currentTime === 0;
      if (next !== used && (goOnAt || isUntouched)) use(next);
    },
    stop() {
      player.removeEventListener("error", onError);
      player.removeEventListener("loadedmetadata", onLoaded);
    },
  };
}
