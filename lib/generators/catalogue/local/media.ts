import { registerMediabunnyServer } from "@mediabunny/server";
import { ALL_FORMATS, FilePathSource, Input } from "mediabunny";

// Looking for graphics hardware takes longer than what is done here, and prints what it does not find.
registerMediabunnyServer({ hardwareContext: null });

/** Opens a video or sound file for reading; `using` closes it. */
export function openMedia(path: string): Input {
  return new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
}
