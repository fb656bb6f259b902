import { BoardsError } from "@/lib/platform/errors";
import { describeModel } from "./added-models/describe-model";
import { allGenerators } from "./catalogue/registry";
import { defaultSubmit } from "./contract/default-submit";
import type { DeclarativeGenerator } from "./contract/define-generator";
import { describingProviders } from "./contract/model-description";
import { parseInputs } from "./contract/parse-inputs";
import type { ProviderAccess } from "./contract/provider";
import { checkDeclaration, type Drift } from "./model-schemas/check-declaration";

/** What came of checking one declaration. */
export type Checked = { name: string; endpoint: string } & ({ drifts: Drift[] } | { isGone: true } | { unchecked: string; isSilence: boolean });

const atOnce = 4;
const mostTries = 4;

/** The declarations that can be checked: those of providers that describe their models. `words` narrows them by provider, name or endpoint. */
export function checkable(words: string[] = []): DeclarativeGenerator[] {
  const declared = allGenerators().filter(
    (each): each is DeclarativeGenerator => "endpoint" in each && (describingProviders as readonly string[]).includes(each.provider),
  );
  return words.length === 0
    ? declared
    : declared.filter((each) => words.some((word) => each.provider === word || each.name.includes(word) || endpointOf(each).includes(word)));
}

/** Compares declarations with their provider's schema, a few at a time, and tells of each as it is done. */
export async function checkCatalogue(
  generators: DeclarativeGenerator[],
  accessOf: (provider: string) => ProviderAccess,
  tell: (checked: Checked) => void,
  wait = (seconds: number) => new Promise<void>((resolve) => setTimeout(resolve, seconds * 1000)),
): Promise<void> {
  const left = [...generators];
  const work = async () => {
    for (let generator = left.shift(); generator; generator = left.shift()) tell(await check(generator, accessOf(generator.provider), wait));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function check(generator: DeclarativeGenerator, access: ProviderAccess, wait: (seconds: number) => Promise<void>): Promise<Checked> {
  const { name, provider } = generator;
  const endpoint = endpointOf(generator);
  for (let tried = 1; ; tried++) {
    try {
      const description = await describeModel(access, provider, endpoint);
      // An endpoint that depends on the inputs is one of several: that it is there is all that can be said.
      const drifts = typeof generator.endpoint === "string" ? checkDeclaration(generator, description) : [];
      return { name, endpoint, drifts };
    } catch (error) {
      if (!(error instanceof BoardsError)) throw error;
      if (error.reason === "model.unknown") return { name, endpoint, isGone: true };
      if (error.reason === "provider.rate_limited" && tried < mostTries) await wait(error.retryAfterSeconds ?? 10);
      else return { name, endpoint, unchecked: error.message, isSilence: error.isSilence };
    }
  }
}

/** The endpoint without the version that only says "the newest". */
function endpointOf(generator: DeclarativeGenerator): string {
  const { endpoint } = generator;
  if (typeof endpoint === "string") return endpoint.replace(/:latest$/, "");
  const parsed = parseInputs(generator, defaultSubmit(generator));
  return parsed.ok ? endpoint(parsed.inputs).replace(/:latest$/, "") : generator.name;
}
