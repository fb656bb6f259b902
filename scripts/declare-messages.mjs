import { declareMessages } from "./launch/messages.mjs";

declareMessages();
