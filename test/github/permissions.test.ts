import { describe, expect, test } from "vitest";
import { APP_PERMISSIONS } from "../../src/github/api/app-permissions.ts";
import { REPOSITORY, startPair } from "./start-pair.ts";

const FILE = "manifests/a.yaml";
const CONFIGURATION = '{"reviewers":{"privacy":["@northport/privacy"]}}';
const FILES = { "policies/one/policy.yaml": "on\n", ".github/bylaw.yml": CONFIGURATION };

describe("a permission that was not granted", () => {
  test.for(
    // Everybody grants the reading of metadata: an app cannot be installed without it.
    Object.entries(APP_PERMISSIONS).filter(([name]) => name !== "metadata"),
  )("%s: %s is named, and nothing passes for want of it", async ([name, level]) => {
    const permissions: Record<string, string> = { ...APP_PERMISSIONS };
    delete permissions[name];
    const pair = await startPair();
    Object.assign(pair.github.world.app, { permissions });
    const app = await pair.startApp();
    const repository = pair.github.createRepository({ ...REPOSITORY, files: FILES });
    pair.github.addTeamMember("northport", "privacy", "ruth");
    const pull = pair.propose(repository, { [FILE]: "APPROVE\n" });
    await pair.quiet(app);
    pair.github.review(pull, { user: "ruth", state: "APPROVED" });
    await pair.quiet(app);
    const check = pair.github.checkRuns(repository, pull.head).at(-1);
    expect(`${check?.summary}\n${pair.logs.join("")}`).toContain(`was not granted \`${name}: ${level}\``);
    await pair.close();
  });
});
