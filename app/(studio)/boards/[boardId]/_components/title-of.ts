interface Titled {
  generatorName: string;
  isUpload: boolean;
}

/** What an artifact is called by: the title of its generator, or the name alone of one that is not offered any more. */
export function titleOf({ generatorName, isUpload }: Titled, generators: { name: string; title: string }[]): string {
  return isUpload ? "Upload" : (generators.find(({ name }) => name === generatorName)?.title ?? generatorName);
}
