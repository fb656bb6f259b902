import type { Json } from "@/lib/generators/contract/declare";

/** One LoRA of ours as the list that fal's endpoints take. */
export const asLoras = ({ lora, ...request }: Record<string, Json>, { scale }: { scale: number }): Record<string, Json> => ({
  ...request,
  loras: [{ path: lora ?? "", scale }],
});
