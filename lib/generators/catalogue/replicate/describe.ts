import type { ArtifactType, Json } from "@/lib/generators/contract/define-generator";
import type { ProviderDescription } from "@/lib/generators/contract/model-description";
import { modelIdIn } from "@/lib/generators/contract/model-id";
import type { ProviderAccess } from "@/lib/generators/contract/provider";
import { artifactAt } from "@/lib/generators/contract/task";
import { describeSeconds, objectIn, readDescription, schemaIn, textIn, unlessMissing } from "@/lib/generators/transport/read-description";
import { transport } from "@/lib/generators/transport/transport";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";

/** A model of Replicate that people know. */
export const modelExample = { id: "black-forest-labs/flux-schnell", page: "https://replicate.com/black-forest-labs/flux-schnell" };

const idRules = {
  title: "Replicate",
  example: modelExample.id,
  hosts: { "replicate.com": "", "api.replicate.com": "v1/models/" },
  id: /^[a-z0-9][\w.-]*\/[a-z0-9][\w.-]*(:[0-9a-f]{64})?$/i,
  // `owner/name`, and maybe /versions/<id>, /api, /examples or /readme behind it.
  idInPath: (path: string) => {
    const [owner = "", name = "", tab, version] = path.split("/");
    return `${owner}/${name}${tab === "versions" && version ? `:${version}` : ""}`;
  },
};

const keyNeeded = say("reasons.provider.replicate.keyNeeded");

/**
 * A model of Replicate with the OpenAPI document of its newest version, or of the one that is named. Replicate tells no prices.
 * https://replicate.com/docs/reference/http#models.get (read 2026-11-26)
 */
export async function describeReplicateModel(access: ProviderAccess, idOrAddress: string): Promise<ProviderDescription> {
  const [modelId = "", asked] = modelIdIn(idOrAddress, idRules).split(":");
  if (!access.apiKey) throw new BoardsError("provider.not_configured", { message: keyNeeded });
  const model = objectIn(await get(access, `/models/${modelId}`, modelId));
  const latest = objectIn(model.latest_version);
  const version = asked === undefined || asked === latest.id ? latest : objectIn(await get(access, `/models/${modelId}/versions/${asked}`, modelId));
  const versionId = textIn(version.id);
  if (!versionId) throw new BoardsError("model.undescribed", { message: say("reasons.provider.replicate.noVersion", { model: modelId }) });
  // Official models run by their name alone, as their maker keeps them; all others by a version.
  const runsByName = model.is_official === true && asked === undefined;
  return {
    provider: "replicate",
    modelId,
    version: versionId,
    endpoint: runsByName ? modelId : `${modelId}:${versionId}`,
    title: textIn(model.name, 100) || modelId,
    description: textIn(model.description, 500),
    page: `https://replicate.com/${modelId}`,
    task: null,
    makes: shownIn(objectIn(model.default_example).output),
    price: null,
    priceSaid: null,
    isRetired: false,
    schema: schemaIn(version.openapi_schema),
  };
}

const get = async (access: ProviderAccess, path: string, modelId: string): Promise<Json> =>
  readDescription(
    await transport({ timeoutSeconds: describeSeconds })(`https://api.replicate.com/v1${path}`, {
      headers: { authorization: `Bearer ${access.apiKey}` },
      redirect: "error",
    }).catch((error) => {
      throw unlessMissing(error, modelId);
    }),
  );

/** What the example of a model's page came to: the first file in it, or words. */
function shownIn(output: Json | undefined): ArtifactType | null {
  const values = typeof output === "object" && output !== null ? Object.values(output).flat() : [output];
  const texts = values.filter((each) => typeof each === "string");
  const file = texts.map(artifactAt).find((each) => each !== null);
  return file ?? (texts.some((each) => !/^https?:/.test(each)) ? "text" : null);
}
