// `npm run size:functions`, after a build: what each function takes along on a host such as Vercel. Fails when one takes too much.
import { functionSizes, tooLarge } from "./build/function-sizes.mjs";

const sizes = functionSizes();
for (const { route, megabytes } of sizes) console.log(`${megabytes.toFixed(1).padStart(7)} MB  ${route}`);
const problem = tooLarge(sizes);
if (problem) {
  console.error(`✗ ${problem}\nLoad what few functions need when it is used, where no bundler traces it, and name it for them in next.config.mjs.`);
  process.exit(1);
}
