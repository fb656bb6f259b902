import { gpt6Astra } from "../openai/gpt-6-astra";
import { gpt6Luna } from "../openai/gpt-6-luna";
import { gptImage25Flare } from "../openai/gpt-image-2-5-flare";
import { gptImage25Sunburst } from "../openai/gpt-image-2-5-sunburst";
import { atAzure } from "./at-azure";

// Those of OpenAI's models that Azure is known to offer today, with OpenAI's own declarations.
export const azureGptImage25Flare = atAzure(gptImage25Flare);
export const azureGptImage25Sunburst = atAzure(gptImage25Sunburst);
export const azureGpt6Luna = atAzure(gpt6Luna);
export const azureGpt6Astra = atAzure(gpt6Astra);
