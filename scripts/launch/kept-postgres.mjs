import { isAlive } from "./is-alive.mjs";
import { say } from "./log.mjs";
import { startPostgres } from "./postgres.mjs";

const lookEveryMs = 500;
const longestPauseMs = 5000;
const patience = 20;

/**
 * Starts PostgreSQL, and starts it again when it was killed. `onMove` is told its new address when its port was taken meanwhile, `onGiveUp` that it
 * does not start any more.
 * @param {string} folder
 * @param {{ onMove: (url: string) => void, onGiveUp: () => void, start?: typeof startPostgres }} options
 */
export async function keepPostgres(folder, { onMove, onGiveUp, start = startPostgres }) {
  let running = await start(folder);
  let isStopping = false;
  let looking = Promise.resolve();
  let failures = 0;
  let timer = setTimeout(look, lookEveryMs);

  function look() {
    looking = (isAlive(running.pid) ? Promise.resolve() : startAgain()).then(() => {
      if (!isStopping && failures < patience) timer = setTimeout(look, Math.min(lookEveryMs * (failures + 1), longestPauseMs));
    });
  }

  async function startAgain() {
    say("PostgreSQL ended; starting it again", "warn");
    const { url } = running;
    try {
      running = await start(folder);
      failures = 0;
      if (running.url !== url) onMove(running.url);
    } catch (error) {
      // As when the disk is full: the next try may find room.
      say(error.message, "warn");
      if (++failures === patience) onGiveUp();
    }
  }

  return {
    url: running.url,
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      await looking;
      await running.stop();
    },
  };
}
