import { automatic1111 } from "./automatic1111/provider";
import { bfl } from "./bfl/provider";
import { comfyui } from "./comfyui/provider";
import { elevenlabs } from "./elevenlabs/provider";
import { fal } from "./fal/provider";
import { google } from "./google/provider";
import { guardProvider } from "./guard-provider";
import { kie } from "./kie/provider";
import { openai } from "./openai/provider";
import { openaiCompatible } from "./openai-compatible/provider";
import type { Provider } from "./provider";
import { replicate } from "./replicate/provider";
import { runway } from "./runway/provider";

/** Every provider, in the order that admins see. */
export const providers: Provider[] = [fal, kie, replicate, openai, comfyui, google, runway, elevenlabs, bfl, openaiCompatible, automatic1111].map(
  guardProvider,
);

const byName = new Map(providers.map((provider) => [provider.name, provider]));

/** The driver of this name; undefined for `local`, which needs none. */
export function findProvider(name: string): Provider | undefined {
  return byName.get(name);
}
