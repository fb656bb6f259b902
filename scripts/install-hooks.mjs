// `npm install` in a clone of ours sets up its git hooks; anywhere else it does nothing.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

if (existsSync(".git") && existsSync("node_modules/lefthook") && !process.env.CI) spawnSync("npx", ["lefthook", "install"], { stdio: "ignore" });
