/** Something that the user can mend: its sentence is all they see. */
export class Problem extends Error {}

/** Runs a launcher; a Problem ends it with its sentence, anything else with its stack. */
export async function launch(main, tell = console.error) {
  try {
    await main();
  } catch (error) {
    tell(error instanceof Problem ? `✗ ${error.message}` : error.stack);
    process.exit(1);
  }
}
