import { existsSync } from "node:fs";

/** @type {import("next").NextConfig} */
export default {
  // Native modules stay outside the bundle: sharp and FFmpeg load their own shared libraries. So does tsx, which runs generators of one's own.
  serverExternalPackages: ["sharp", "@mediabunny/server", "mediabunny", "node-av", "pino", "pg", "inngest", "tsx"],
  // Started as a program of its own, which the bundler does not see.
  outputFileTracingIncludes: { "/api/**": ["./lib/platform/media/worker/**", "./node_modules/{libheif-js,thumbhash}/**"] },
  // `npm test` checks types, once and everywhere; a build on the user's machine need not.
  typescript: { ignoreBuildErrors: true },
  // What a later build reuses takes a first one a quarter of its time to write; most people never need it.
  experimental: { turbopackFileSystemCacheForBuild: existsSync(".next/BUILD_ID") },
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
