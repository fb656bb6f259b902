import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { addPackageAddresses } from "./package-addresses.mjs";
import { root } from "./paths.mjs";

const registry = "http://127.0.0.1:4873/npm/";

it("gives a package its address, in any registry", () => {
  const packages = {
    "": { version: "0.1.0" },
    "lib/client": { version: "1.0.0" },
    "node_modules/@boards/client": { resolved: "lib/client", link: true },
    "node_modules/next": { version: "16.4.6" },
    "node_modules/ai/node_modules/@ai-sdk/provider": { version: "4.0.38" },
    "node_modules/three": { name: "empty-npm-package", version: "1.0.0" },
    "node_modules/linked": { version: "1.0.0", resolved: "http://127.0.0.1/linked.tgz" },
  };
  expect(addPackageAddresses({ lockfileVersion: 3, packages }, registry)).toEqual({
    lockfileVersion: 3,
    packages: {
      ...packages,
      "node_modules/next": { version: "16.4.6", resolved: "http://127.0.0.1:4873/npm/next/-/next-16.4.6.tgz" },
      "node_modules/ai/node_modules/@ai-sdk/provider": {
        version: "4.0.38",
        resolved: "http://127.0.0.1:4873/npm/@ai-sdk/provider/-/provider-4.0.38.tgz",
      },
      "node_modules/three": {
        name: "empty-npm-package",
        version: "1.0.0",
        resolved: "http://127.0.0.1:4873/npm/empty-npm-package/-/empty-npm-package-1.0.0.tgz",
      },
    },
  });
});

it("leaves no package of ours for which npm would have to ask", () => {
  const { packages } = addPackageAddresses(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")), registry);
  const installed = Object.entries(packages).filter(([path]) => path.includes("node_modules/"));
  expect(installed.length).toBeGreaterThan(900);
  expect(installed.filter(([, entry]) => !entry.resolved)).toEqual([]);
});
