import { dallE3 } from "./dall-e-3";
import { gpt4oMiniTts } from "./gpt-4o-mini-tts";
import { gpt4oTranscribe } from "./gpt-4o-transcribe";
import { gpt5Mini } from "./gpt-5-mini";
import { gptImage15 } from "./gpt-image-1-5";
import { gptImage15Edit } from "./gpt-image-1-5-edit";
import { whisper } from "./whisper";

/** Every model at this provider. A new one is one import and one line. */
export const openaiModels = [dallE3, gpt4oMiniTts, gpt4oTranscribe, gpt5Mini, gptImage15, gptImage15Edit, whisper];
