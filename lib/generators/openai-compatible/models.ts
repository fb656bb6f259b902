import { chat } from "./chat";
import { image } from "./image";

/** What a server that speaks OpenAI's HTTP is asked for; which model is an input. */
export const openaiCompatibleModels = [chat, image];
