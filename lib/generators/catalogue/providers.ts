import type { Provider } from "../contract/provider";
import { guardProvider } from "../transport/guard-provider";
import { alibaba } from "./alibaba/provider";
import { assemblyai } from "./assemblyai/provider";
import { automatic1111 } from "./automatic1111/provider";
import { azureOpenai } from "./azure-openai/provider";
import { bfl } from "./bfl/provider";
import { bytedance } from "./bytedance/provider";
import { cartesia } from "./cartesia/provider";
import { comfyui } from "./comfyui/provider";
import { deepgram } from "./deepgram/provider";
import { deepinfra } from "./deepinfra/provider";
import { elevenlabs } from "./elevenlabs/provider";
import { fal } from "./fal/provider";
import { fireworks } from "./fireworks/provider";
import { google } from "./google/provider";
import { ideogram } from "./ideogram/provider";
import { kie } from "./kie/provider";
import { lmnt } from "./lmnt/provider";
import { luma } from "./luma/provider";
import { minimax } from "./minimax/provider";
import { openai } from "./openai/provider";
import { namedServers } from "./openai-compatible/named-servers";
import { openaiCompatible } from "./openai-compatible/provider";
import { recraft } from "./recraft/provider";
import { replicate } from "./replicate/provider";
import { runway } from "./runway/provider";
import { stability } from "./stability/provider";
import { togetherai } from "./togetherai/provider";
import { vertex } from "./vertex/provider";
import { xai } from "./xai/provider";

/**
 * The one list of providers, in the order that people see; a provider's name is that of its folder. The registry, the variables of the
 * environment, simulators and the tests of every driver follow from it.
 */
export const providers: Provider[] = [
  fal,
  google,
  vertex,
  kie,
  openai,
  azureOpenai,
  replicate,
  runway,
  elevenlabs,
  bfl,
  ideogram,
  recraft,
  stability,
  xai,
  bytedance,
  lmnt,
  cartesia,
  assemblyai,
  deepgram,
  togetherai,
  deepinfra,
  fireworks,
  luma,
  minimax,
  alibaba,
  comfyui,
  openaiCompatible,
  ...namedServers,
  automatic1111,
].map(guardProvider);

const byName = new Map(providers.map((provider) => [provider.name, provider]));
if (byName.size < providers.length) throw new Error("Two providers have the same name");

/** The driver of this name; undefined for `local`, which needs none. */
export function findProvider(name: string): Provider | undefined {
  return byName.get(name);
}
