import { falImages } from "./fal-images";
import { falOthers } from "./fal-others";
import { falUnmappable } from "./fal-unmappable";
import { replicateModels } from "./replicate-models";
import type { SimulatedModel } from "./simulated-model";

/** Models that no declaration has: they are there to be added by id. */
export const simulatedModels: SimulatedModel[] = [...falImages, ...falOthers, ...falUnmappable, ...replicateModels];
