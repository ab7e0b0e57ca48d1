#!/usr/bin/env node
// Starts the built command line; in a fresh checkout it is built first.
import { existsSync } from "node:fs";

const built = new URL("../dist/main.js", import.meta.url);
if (!existsSync(built)) {
  try {
    await import("../scripts/build.js");
  } catch (error) {
    if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    process.stderr.write("error: bylaw is not installed yet\n  = help: run `npm ci` in its folder first\n");
    process.exit(2);
  }
}
await import(built.href);
