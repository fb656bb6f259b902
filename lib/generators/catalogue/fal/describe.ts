import type { ProviderDescription } from "@/lib/generators/contract/model-description";
import { modelIdIn } from "@/lib/generators/contract/model-id";
import type { ProviderAccess } from "@/lib/generators/contract/provider";
import { madeByTask } from "@/lib/generators/contract/task";
import {
  describeSeconds,
  objectIn,
  readDescription,
  schemaIn,
  textIn,
  unknownModel,
  unlessMissing,
} from "@/lib/generators/transport/read-description";
import { transport } from "@/lib/generators/transport/transport";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import { countablePrice, readUnitPrice } from "./model-price";

/** A model of fal that people know. */
export const modelExample = { id: "fal-ai/flux/dev", page: "https://fal.ai/models/fal-ai/flux/dev" };

const idRules = {
  title: "fal",
  example: modelExample.id,
  hosts: { "fal.ai": "models/", "fal.run": "", "queue.fal.run": "" },
  id: /^[a-z0-9][\w.-]*(\/[a-z0-9][\w.-]*)+$/i,
  idInPath: (path: string) => path.replace(/\/(api|playground|examples|requests|llms\.txt)$/, ""),
};

/**
 * An endpoint of fal with its OpenAPI document and price. Without a key there is no price.
 * https://fal.ai/docs/platform-apis/v1/models (read 2026-11-26)
 */
export async function describeFalModel(access: ProviderAccess, idOrAddress: string): Promise<ProviderDescription> {
  const modelId = modelIdIn(idOrAddress, idRules);
  const query = new URLSearchParams({ endpoint_id: modelId, expand: "openapi-3.0" });
  const response = await transport({ timeoutSeconds: describeSeconds })(`https://api.fal.ai/v1/models?${query}`, {
    headers: access.apiKey ? { authorization: `Key ${access.apiKey}` } : {},
    redirect: "error",
  }).catch((error) => {
    throw unlessMissing(error, modelId);
  });
  const { models } = objectIn(await readDescription(response));
  const found = (Array.isArray(models) ? models : []).map(objectIn).find((each) => each.endpoint_id === modelId);
  // An id that fal does not know comes back without what is known of others.
  if (!found?.metadata) throw unknownModel(modelId);
  const metadata = objectIn(found.metadata);
  const openapi = objectIn(found.openapi);
  const problem = textIn(objectIn(openapi.error).message, 300);
  if (problem) throw new BoardsError("model.undescribed", { message: say("reasons.provider.fal.noSchema", { problem }) });
  const task = textIn(metadata.category) || null;
  const price = await readUnitPrice(access, modelId);
  return {
    provider: "fal",
    modelId,
    version: null,
    endpoint: modelId,
    title: textIn(metadata.display_name, 100) || modelId,
    description: textIn(metadata.description, 500),
    page: `https://fal.ai/models/${modelId}`,
    task,
    makes: madeByTask(task),
    price: price ? countablePrice(price) : null,
    priceSaid: price ? `$${price.unitUsd} per ${/^\d/.test(price.unit) ? price.unit : price.unit.replace(/s$/, "") || "request"}` : null,
    isRetired: metadata.status === "deprecated",
    schema: schemaIn(openapi),
  };
}
