import { describe, expect, it } from "vitest";
import { reviewChange } from "../../src/change/review-change.ts";
import { run } from "../../src/cli/run.ts";
import { evaluateInChild } from "../../src/github/review/evaluate-in-child.ts";
import type { ReviewInput } from "../../src/model/review.ts";
import { readSource } from "../../src/workspace/read-source.ts";
import { bundleEvaluator } from "../github/bundle-evaluator.ts";
import { AS_OF, ROOT, sourcesUnder } from "../load-repository.ts";

const configuration = readSource(ROOT, ".github/bylaw.yml");
const TOWNS = /^examples\/(sde-tavor|nof-almog|har-oren)\//;
const repository = [...sourcesUnder("policies"), ...sourcesUnder("examples"), configuration];
const added = repository.filter(({ file }) => TOWNS.test(file));
const manifests = added.filter(({ file }) => file.includes("/manifests/"));

/** What a pull request is that adds these towns to a repository that has everything else. */
const input: ReviewInput = {
  base: repository.filter((source) => !added.includes(source)),
  head: repository,
  changes: added.map(({ file }) => ({ file, status: "added" })),
  approvals: [],
  asOf: AS_OF,
};

async function checked(language: string): Promise<unknown> {
  let printed = "";
  const io = {
    cwd: ROOT,
    env: {},
    terminal: false,
    out: (text: string) => {
      printed += text;
    },
    err: () => undefined,
    today: () => AS_OF,
  };
  const files = manifests.map(({ file }) => file);
  expect(await run(["check", "--format", "json", "--lang", language, "--as-of", AS_OF, ...files], io)).toBe(
    1,
  );
  return JSON.parse(printed);
}

const said = new Map<string, Promise<unknown>>();

/** What the command line says in a language, said once. */
function checkedOnce(language: string): Promise<unknown> {
  const known = said.get(language) ?? checked(language);
  said.set(language, known);
  return known;
}

describe("the command line and the app", () => {
  const changed = reviewChange(input);
  const reviewed = changed.review;

  it.for(["en", "he", "ar"] as const)("say the same of the same manifests, in %s", async (language) => {
    const report = JSON.parse(JSON.stringify(reviewed.reports[language]));
    // What the pull request adds beside manifests is no part of the base that its digests are of.
    const digests = expect.any(Object);
    expect(report.findings.length).toBeGreaterThan(20);
    expect(await checkedOnce(language)).toEqual({ ...report, digests });
  });

  it("with the same digests of what both read", async () => {
    const { digests } = (await checkedOnce("en")) as { digests: Readonly<Record<string, string>> };
    const { policies, registry, plan, configuration, manifests } = reviewed.reports.en.digests;
    expect(digests).toMatchObject({ policies, registry, plan, configuration, manifests });
  });

  it("and the evaluator's own process says what the function does", async () => {
    const program = await bundleEvaluator();
    const judged = await evaluateInChild(input, { program, milliseconds: 60_000, megabytes: 512 });
    expect(JSON.stringify(judged)).toBe(JSON.stringify(changed));
  });
});
