#!/usr/bin/env node
// Starts the built command line; in a fresh checkout it is built first.
import { existsSync } from "node:fs";

const built = new URL("../dist/main.js", import.meta.url);
if (!existsSync(built)) await import("../scripts/build.js");
await import(built.href);
