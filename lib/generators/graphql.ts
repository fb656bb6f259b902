import type { Generator } from "@/lib/generators/define-generator";
import { inputSchemaOf } from "@/lib/generators/input-schema";
import { generators } from "@/lib/generators/registry";
import { builder } from "@/lib/graphql/builder";
import { ArtifactTypeEnum } from "@/lib/graphql/enums";

const GeneratorInfo = builder.objectRef<Generator>("GeneratorInfo").implement({
  description: "Something that makes artifacts, and the form of its inputs.",
  fields: (t) => ({
    name: t.exposeString("name"),
    title: t.exposeString("title"),
    description: t.exposeString("description"),
    provider: t.exposeString("provider"),
    artifactType: t.expose("artifactType", { type: ArtifactTypeEnum }),
    inputSchema: t.field({ type: "JSON", resolve: (generator) => inputSchemaOf(generator) }),
  }),
});

builder.queryField("generators", (t) =>
  t.field({
    type: [GeneratorInfo],
    args: { artifactType: t.arg.string({ defaultValue: null as never, description: "In lower case, as in `image`." }) },
    resolve: (_root, { artifactType }) => generators.filter((generator) => !artifactType || generator.artifactType === artifactType),
  }),
);
