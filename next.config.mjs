/** @type {import("next").NextConfig} */
export default {
  // Native modules stay outside the bundle: sharp and FFmpeg load their own shared libraries. So does tsx, which runs generators of one's own,
  // and a client that is too large to be bundled into every route.
  serverExternalPackages: ["sharp", "@mediabunny/server", "mediabunny", "@elevenlabs/elevenlabs-js", "node-av", "pino", "pg", "inngest", "tsx"],
  // Started as a program of its own, which the bundler does not see.
  outputFileTracingIncludes: { "/api/**": ["./lib/platform/media/worker/**", "./node_modules/libheif-js/**"] },
  poweredByHeader: false,
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
