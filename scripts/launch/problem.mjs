/** Something that the user can mend: its sentence is all he sees. */
export class Problem extends Error {}

/** Runs a launcher; a Problem ends it with its sentence, anything else with its stack. */
export async function launch(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Problem ? `\n✗ ${error.message}` : error);
    process.exit(1);
  }
}

/** Does a step of the start and prints one line with its time. `work` may answer a note for the line. */
export async function step(name, work) {
  const start = performance.now();
  const note = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`✓ ${name.padEnd(28)} ${seconds.padStart(5)} s${typeof note === "string" ? `  ${note}` : ""}`);
}
