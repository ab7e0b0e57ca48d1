import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Serving } from "../../src/github/server/serving.ts";
import { startJudgingApp } from "./start-judging-app.ts";
import { type Pair, REPOSITORY, startPair } from "./start-pair.ts";

const CONFIGURATION = ".github/bylaw.yml";
const SOUND = 'reviewers:\n  governance: ["@northport/coordinator"]\n';

let pair: Pair;
let app: Serving;
let repositories = 0;
beforeAll(async () => {
  pair = await startPair();
  app = await startJudgingApp(pair);
});
afterAll(() => pair.close());

/** Proposes a change to a repository with that configuration. Gives how its check ends once each has approved. */
async function propose(configuration: string | undefined, files: Readonly<Record<string, string>>) {
  const { github } = pair;
  repositories += 1;
  const repository = github.createRepository({
    owner: REPOSITORY.owner,
    name: `repair-${repositories}`,
    files: { "README.md": "a", ...(configuration !== undefined && { [CONFIGURATION]: configuration }) },
  });
  github.setCollaborator(repository, "ada", "admin");
  github.setCollaborator(repository, "walter", "write");
  const pull = pair.propose(repository, files);
  await pair.quiet(app);
  const said = () => {
    const check = github.checkRuns(repository, pull.head).at(-1);
    return { conclusion: check?.conclusion, summary: `${check?.summary}` };
  };
  return {
    said,
    async approve(user: string) {
      github.review(pull, { user, state: "APPROVED" });
      await pair.quiet(app);
      return said().conclusion;
    },
  };
}

describe("a repair of the configuration", () => {
  test.for([
    ["that is broken on the base", "reviewers: [\n"],
    ["that names nobody for the coordinator", 'reviewers:\n  privacy: ["@ruth"]\n'],
    ["that is not there yet", undefined],
  ] as const)("%s passes once an administrator approves it, and by nobody else", async ([, broken]) => {
    const pull = await propose(broken, { [CONFIGURATION]: SOUND });
    expect(pull.said().conclusion).toBe("action_required");
    expect(pull.said().summary).toContain("may be approved by an administrator of this repository");
    expect(await pull.approve("walter")).toBe("action_required");
    expect(await pull.approve("dana")).toBe("action_required");
    expect(await pull.approve("ada")).toBe("success");
  });

  test("that repairs nothing fails whoever approves it", async () => {
    const pull = await propose("reviewers: [\n", { [CONFIGURATION]: "reviewers: {\n" });
    expect(await pull.approve("ada")).toBe("failure");
  });

  test("that brings anything else is not judged by it, and the check says why", async () => {
    const pull = await propose("reviewers: [\n", {
      [CONFIGURATION]: SOUND,
      "manifests/cameras.yaml": "kind: Manifest\n",
    });
    expect(await pull.approve("ada")).toBe("failure");
    expect(pull.said().summary).toContain(CONFIGURATION);
  });

  test("of a configuration that names a coordinator is theirs to approve, not the administrator's", async () => {
    const pull = await propose(SOUND, { [CONFIGURATION]: `${SOUND}language: he\n` });
    expect(await pull.approve("ada")).toBe("action_required");
    pair.github.addTeamMember("northport", "coordinator", "cora");
    expect(await pull.approve("cora")).toBe("success");
  });
});
