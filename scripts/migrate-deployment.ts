// Part of `npm run build:vercel`: migrates the database of the deployment that is being built.
import { migrateDeployment } from "@/lib/platform/db/migrate/migrate-deployment";
import { launch, Problem } from "./launch/problem.mjs";

await launch(async () => {
  try {
    console.log(`Database: ${await migrateDeployment(process.env)}`);
  } catch (error) {
    throw new Problem((error as Error).message);
  }
});
