import { type ExampleWorld, exampleWorld } from "../src/engine/example-world.ts";
import { shippedBundle, sourcesUnder } from "./load-repository.ts";

let loaded: ExampleWorld | undefined;

/** The files that the examples of the policy pages are laid over, with the shipped policies; loaded once. */
export function shippedWorld(): ExampleWorld {
  loaded ??= exampleWorld(shippedBundle().bundle, sourcesUnder("policies"));
  return loaded;
}
