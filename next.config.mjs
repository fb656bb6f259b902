import { existsSync } from "node:fs";
import packageJson from "./package.json" with { type: "json" };
import { filesOf } from "./scripts/build/files-of.mjs";

/** What makes images, and reads what videos and sounds tell of themselves; started as a program of its own, which the bundler does not see. */
const imageFiles = [
  "./lib/platform/media/worker/**",
  "./node_modules/libheif-js/package.json",
  "./node_modules/libheif-js/libheif-wasm/libheif-bundle.mjs",
  ...filesOf("sharp", "thumbhash", "mediabunny"),
];
/** That, and FFmpeg, which decodes and makes videos and sounds: 170 MB, of 250 that a function of Vercel may have. */
const mediaFiles = [...imageFiles, ...filesOf("node-av", "@mediabunny/server")];

/** Neither pages nor the server carry a parser of sentences: `npm run generate` has parsed them. */
const parsedMessages = {
  "@/lib/messages/en.json": "./lib/messages/en.parsed.json",
  "use-intl/format-message": "use-intl/format-message/format-only",
};

/** What providers, storage and the queue use: read from node_modules when it is needed. To bundle it took a tenth of a build, and 14 MB of memory. */
const sdks = [
  ...Object.keys(packageJson.dependencies).filter((name) => name.startsWith("@ai-sdk/") || name.startsWith("@aws-sdk/")),
  "@fal-ai/client",
  "@google-cloud/storage",
  "@google/genai",
  "@runwayml/sdk",
  "@vercel/blob",
  "ai",
  "google-auth-library",
  "got",
  "graphile-worker",
  "replicate",
];

/** @type {import("next").NextConfig} */
export default {
  serverExternalPackages: ["pino", "pg", "inngest", ...sdks],
  // Where functions are deployed one by one, each takes what it is traced to need: `npm run size:functions` says how much that is.
  outputFileTracingIncludes: {
    "/api/graphql": imageFiles,
    "/api/inngest": mediaFiles,
    "/api/uploads/artifact": mediaFiles,
  },
  // `npm test` checks types, once and everywhere; a build on the user's machine need not.
  typescript: { ignoreBuildErrors: true },
  turbopack: { resolveAlias: process.env.NODE_ENV === "production" ? parsedMessages : {} },
  experimental: {
    // What a later build reuses takes a first one a quarter of its time to write; most people never need it.
    turbopackFileSystemCacheForBuild: existsSync(".next/BUILD_ID"),
    // 80 MB that nothing reads: neither `npm start` nor Vercel runs with --enable-source-maps.
    turbopackSourceMaps: false,
  },
  poweredByHeader: false,
  // On one machine an answer travels nowhere.
  compress: process.env.BOARDS_LOCAL !== "1",
  // `npm run dev` prints every request with its address; these hold tickets, signatures and tokens.
  logging: { incomingRequests: { ignore: [/^\/api\/(auth|storage|uploads)\//, /^\/(sign-up|setup|reset-password)\b/] } },
  reactStrictMode: true,
  async rewrites() {
    return {
      beforeFiles: [
        // The same address serves GraphiQL to a person and GraphQL to a program.
        { source: "/graphql", has: [{ type: "header", key: "accept", value: ".*text/html.*" }], destination: "/graphiql" },
        { source: "/graphql", destination: "/api/graphql" },
        { source: "/health", destination: "/api/health" },
      ],
    };
  },
};
