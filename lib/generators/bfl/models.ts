import { flux2Flex } from "./flux-2-flex";
import { flux2Max } from "./flux-2-max";
import { flux2Pro } from "./flux-2-pro";
import { flux2ProEdit } from "./flux-2-pro-edit";
import { fluxFillPro } from "./flux-fill-pro";
import { fluxKontextMax } from "./flux-kontext-max";
import { fluxKontextPro } from "./flux-kontext-pro";
import { fluxPro11Ultra } from "./flux-pro-1-1-ultra";

/** Every model at this provider. A new one is one import and one line. */
export const bflModels = [flux2Pro, flux2ProEdit, flux2Max, flux2Flex, fluxKontextPro, fluxKontextMax, fluxPro11Ultra, fluxFillPro];
