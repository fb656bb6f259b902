import { setupInstructions } from "@/lib/identity/tenants/set-up";
import { BoardsError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

/**
 * Makes the tenant that the installation begins with, before anybody can ask for one of its name, and prints how to become its owner while
 * it has none. Called when the server starts; one whose database is away starts all the same.
 */
export async function prepareDefaultTenant(): Promise<void> {
  try {
    const instructions = await setupInstructions();
    // Whatever the log's level: without this line nobody gets in.
    if (instructions) console.log(instructions);
  } catch (error) {
    if (error instanceof BoardsError && error.reason === "setup.slug_in_use") {
      console.error(error.message);
      process.exit(1);
    }
    log.error({ err: error }, "could not read the default tenant at startup");
  }
}
