/** What a declaration is written with: zod, `defineGenerator`, and the fields that models have in common. */

export type { InputRule } from "@boards/client/input-rules";
export * as z from "zod";
export { type DeclarativeGenerator, defineGenerator, type Json } from "./define-generator";
export * from "./fields";
export { excludes, given, has, implies, onlyWhile, requires } from "./input-rules";
export * from "./model-fields";
