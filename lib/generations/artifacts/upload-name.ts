const prefix = "user-upload-";

/** What stands in place of a generator's name for a file that someone uploaded, as in the original's tables. */
export const uploadNameOf = (artifactType: string): string => `${prefix}${artifactType}`;

/** Whether a generation is an uploaded file, or a copy of one. */
export const isUpload = ({ generatorName }: { generatorName: string }): boolean => generatorName.startsWith(prefix);
