import type { Provider } from "@/lib/generators/contract/provider";
import { chat } from "./chat";
import { image } from "./image";
import { openaiCompatible, openaiCompatibleServer } from "./provider";
import { serverNames } from "./server-names";

/** A server with a name of its own: its address and key, its models and its limits are apart from those of every other. */
export function namedServer(server: string): Provider {
  const name = `${openaiCompatible.name}-${server}`;
  const prefix = `OPENAI_COMPATIBLE_${server.replaceAll("-", "_").toUpperCase()}`;
  const ofIts = { provider: name, vendor: server };
  return openaiCompatibleServer({
    name,
    title: server,
    folder: openaiCompatible.name,
    variables: [
      { name: `${prefix}_URL`, holds: "baseUrl" },
      { name: `${prefix}_API_KEY`, holds: "apiKey", isOptional: true },
    ],
    models: {
      chat: {
        ...chat,
        ...ofIts,
        name: `${name}-chat`,
        title: `Chat (${server})`,
        description: `Generate text with a model on ${server}.`,
      },
      image: {
        ...image,
        ...ofIts,
        name: `${name}-image`,
        title: `Image (${server})`,
        description: `Generate images with a model on ${server}.`,
      },
    },
  });
}

/** Every server that OPENAI_COMPATIBLE_SERVERS names. */
export const namedServers: Provider[] = serverNames().map(namedServer);
