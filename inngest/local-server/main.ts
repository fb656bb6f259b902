import { readOptions } from "./config";
import { keepRunning } from "./keep-running";

keepRunning(readOptions(process.env));
