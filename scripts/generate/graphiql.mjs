// Writes app/graphiql/generated: GraphiQL in one file. Its thousand modules would take Next.js a tenth of a build; esbuild takes a second.
import { build } from "esbuild";
import { root } from "../launch/paths.mjs";

await build({
  absWorkingDir: root,
  entryPoints: ["app/graphiql/graphiql-element.tsx"],
  outdir: "app/graphiql/generated",
  bundle: true,
  minify: true,
  format: "esm",
  jsx: "automatic",
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "warning",
});
