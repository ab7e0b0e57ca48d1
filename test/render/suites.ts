import { readFileSync } from "node:fs";

const folder = process.env.BYLAW_SUITES;

/** Whether the published suites are at hand; tests that need them are skipped by name where they are not. */
export const hasSuites = folder !== undefined && folder !== "";

/** Text of one file of the published suites. */
export function suite(name: string): string {
  if (folder === undefined) throw new Error("set BYLAW_SUITES to the folder of the published suites");
  return readFileSync(`${folder}/${name}`, "utf8");
}

/** The big list of naughty strings and the published script-injection payloads. */
export function payloads(): readonly string[] {
  const naughty: readonly string[] = JSON.parse(suite("blns.json"));
  return [...naughty, ...suite("xss-payloads.txt").split("\n")];
}
