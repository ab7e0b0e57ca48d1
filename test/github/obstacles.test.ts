import { describe, expect, test } from "vitest";
import { createReviewer } from "../../src/github/review/create-reviewer.ts";
import { bundleEvaluator } from "./bundle-evaluator.ts";
import { REPOSITORY, startPair } from "./start-pair.ts";

const POLICY = "policies/none/policy.yaml";

describe("a pull request that no push can make pass", () => {
  test.for([
    [
      "for want of policies",
      {},
      { "manifests/a.yaml": "kind: Manifest\n" },
      "There is nothing to judge by: the base branch holds no policy under `policies/`.",
    ],
    [
      "for want of anybody who may approve",
      {},
      { [POLICY]: null },
      "Nobody can approve for `governance`: `.github/bylaw.yml` on the base branch names nobody.",
    ],
    [
      "for a group without members, in Hebrew",
      { ".github/bylaw.yml": 'reviewers:\n  privacy: ["@northport/privacy"]\nlanguage: he\n' },
      { [POLICY]: null },
      "אין מי שיכול לאשר בשם `governance`",
    ],
  ] as const)("says so %s", async ([, base, change, said]) => {
    const pair = await startPair();
    const program = await bundleEvaluator();
    const reviewer = createReviewer({ program, milliseconds: 60_000, megabytes: 512 });
    const app = await pair.startApp({ reviewer });
    const files = { [POLICY]: "a\n", ...base };
    const repository = pair.github.createRepository({ ...REPOSITORY, files });
    const { head } = pair.propose(repository, change);
    await pair.quiet(app);
    expect(pair.github.checkRuns(repository, head).at(-1)?.summary).toContain(said);
    await pair.close();
  });
});
