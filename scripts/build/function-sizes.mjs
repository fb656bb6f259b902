import { globSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { root } from "../launch/paths.mjs";

/** What carries FFmpeg: what runs steps, and what takes forms with files. Vercel refuses more than 250 MB, and makes one function of these. */
const withMedia = /^api\/(inngest|uploads\/artifact)\//;
const mostMegabytes = (route) => (withMedia.test(route) ? 240 : 60);

/**
 * What each route of a production build takes along where it is deployed as a function of its own, the largest first: the files that its
 * trace names, and those of what runs before every request.
 * @param {string} folder where the build is
 */
export function functionSizes(folder = join(root, ".next")) {
  const everywhere = tracedFiles(join(folder, "server/instrumentation.js.nft.json"));
  const routes = globSync("server/{app/**/{page,route},middleware}.js.nft.json", { cwd: folder });
  return routes
    .map((name) => {
      const route = relative(join("server", "app"), name)
        .split(sep)
        .join("/")
        .replace(/\.js\.nft\.json$/, "");
      const files = [...new Set([...everywhere, ...tracedFiles(join(folder, name))])].map((path) => ({ path, megabytes: megabytesOf(path) }));
      const megabytes = files.reduce((sum, file) => sum + file.megabytes, 0);
      return { route, files, megabytes, mostMegabytes: mostMegabytes(route) };
    })
    .sort((one, other) => other.megabytes - one.megabytes);
}

/** What is too large, in one text: each route with its largest files. Empty when nothing is. */
export function tooLarge(sizes) {
  const lines = sizes
    .filter(({ megabytes, mostMegabytes }) => megabytes > mostMegabytes)
    .map(({ route, files, megabytes, mostMegabytes }) => {
      const largest = files.sort((one, other) => other.megabytes - one.megabytes).slice(0, 5);
      const named = largest.map((file) => `${file.megabytes.toFixed(1).padStart(8)} MB  ${relative(root, file.path)}`);
      return [`${route}: ${megabytes.toFixed(1)} MB, where ${mostMegabytes} are allowed`, ...named].join("\n");
    });
  return lines.join("\n");
}

const tracedFiles = (trace) => JSON.parse(readFileSync(trace, "utf8")).files.map((file) => join(dirname(trace), file));

const known = new Map();
function megabytesOf(path) {
  if (!known.has(path)) known.set(path, (statSync(path, { throwIfNoEntry: false })?.size ?? 0) / 1024 ** 2);
  return known.get(path);
}
