// Prints lib/api/graphql/schema.graphql, which clients are generated from, from the code that serves it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { printedSchema } from "@/lib/api/graphql/printed-schema";
import { root } from "../launch/paths.mjs";

writeFileSync(join(root, "lib/api/graphql/schema.graphql"), printedSchema());
