import AjvDraft04 from "ajv-draft-04";
import { describe, expect, it } from "vitest";
import { report as isReport } from "../../src/parse/generated/validators.js";
import { ROOT } from "../load-repository.ts";
import { hasSuites, suite } from "../render/suites.ts";
import { runCommands } from "./run-page.ts";

/** What `bylaw check examples` prints in a format; some example must fail, so it exits with 1. */
async function examplesAs(format: string): Promise<string> {
  const { out, code } = await runCommands(ROOT, [`bylaw check examples --format ${format}`]);
  expect(code).toBe(1);
  return out;
}

describe("the report of all examples", () => {
  it("is what its schema says, and the same bytes each time", async () => {
    const text = await examplesAs("json");
    const valid = isReport(JSON.parse(text));
    expect(isReport.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(await examplesAs("json")).toBe(text);
  });

  it.skipIf(!hasSuites)(
    "is SARIF 2.1.0 by its published schema (BYLAW_SUITES names the folder of suites)",
    async () => {
      const ajv = new AjvDraft04.default({ strict: false, validateFormats: false });
      const validate = ajv.compile(JSON.parse(suite("sarif-schema-2.1.0.json")));
      validate(JSON.parse(await examplesAs("sarif")));
      expect(validate.errors ?? []).toEqual([]);
    },
  );
});
