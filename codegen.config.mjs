/** @type {import("@graphql-codegen/cli").CodegenConfig} */
export default {
  schema: "lib/api/graphql/schema.graphql",
  documents: ["lib/client/**/*.{ts,tsx}", "!lib/client/{generated,dist}/**"],
  generates: {
    "lib/client/generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: { useTypeImports: true, importExtension: ".ts", enumsAsTypes: true, scalars: { UUID: "string", DateTime: "string", JSON: "unknown" } },
    },
  },
  silent: true,
};
