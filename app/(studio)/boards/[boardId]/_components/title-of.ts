/** Whether something was uploaded, and not made here. */
export const isUpload = (generatorName: string) => generatorName.startsWith("user-upload-");

/** What an artifact is called by: the title of its generator, or the name alone of one that is not offered any more. */
export function titleOf(generatorName: string, generators: { name: string; title: string }[]): string {
  return isUpload(generatorName) ? "Upload" : (generators.find(({ name }) => name === generatorName)?.title ?? generatorName);
}
