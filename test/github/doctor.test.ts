import { appendFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { APP_PERMISSIONS } from "../../src/github/api/app-permissions.ts";
import type { Diagnosis } from "../../src/github/doctor/diagnosis.ts";
import { examine } from "../../src/github/doctor/examine.ts";
import { EVENTS } from "../../src/github/events/tasks-for-event.ts";
import { createFakeReviewer } from "./fake-reviewer.ts";
import { type Pair, REPOSITORY, startPair } from "./start-pair.ts";

const APP_ID = 4711;
const POLICIES = { "policies/one/policy.yaml": "on\n", ".github/bylaw.yml": "{}" };

let pair: Pair;
beforeEach(async () => {
  pair = await startPair();
  register({ events: EVENTS });
});
afterEach(() => pair.close());

/** Registers the app with GitHub in another way. */
function register(as: {
  readonly events?: readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
}): void {
  Object.assign(pair.github.world.app, as);
}

/** A repository that is set up as it should be, and an app that took an event. */
async function everythingRight(): Promise<string> {
  const repository = pair.github.createRepository({ ...REPOSITORY, files: POLICIES });
  pair.github.requireCheck(repository, "bylaw", APP_ID);
  const app = await pair.startApp();
  pair.propose(repository, { "README.md": "x\n" });
  await pair.quiet(app);
  return repository;
}

async function look(
  more: Readonly<Record<string, string>> = {},
  nodeVersion = "20.20.0",
): Promise<readonly Diagnosis[]> {
  const found: Diagnosis[] = [];
  const pace = { throttle: false, timeoutMilliseconds: 400 };
  const options = { nodeVersion, pace, reviewer: createFakeReviewer() };
  for await (const each of examine({ ...pair.environment, ...more }, options)) found.push(each);
  return found;
}

const amiss = (found: readonly Diagnosis[]): readonly string[] =>
  found.filter(({ level }) => level !== "well").map(({ level, what }) => `${level}: ${what}`);

describe("the doctor", () => {
  test("finds nothing where everything is right, and writes nothing", async () => {
    await everythingRight();
    pair.github.clearRequests();
    expect(amiss(await look())).toEqual([]);
    const written = pair.github.requests.filter(
      ({ method, path }) => method !== "GET" && !/access_tokens$/.test(path),
    );
    expect(written).toEqual([]);
  });

  test.for(Object.entries(APP_PERMISSIONS).filter(([name]) => name !== "metadata"))(
    "names the permission %s: %s where it is missing",
    async ([name, level]) => {
      await everythingRight();
      const permissions: Record<string, string> = { ...APP_PERMISSIONS };
      delete permissions[name];
      register({ permissions });
      const found = amiss(await look());
      expect(found).toContain(`wrong: the app's registration lacks the permission \`${name}: ${level}\``);
      expect(found).toContain(
        `wrong: the installation on \`${REPOSITORY.owner}\` lacks the permission \`${name}: ${level}\``,
      );
    },
  );

  test("names what is granted beyond need, and events that do not come", async () => {
    await everythingRight();
    const permissions = { ...APP_PERMISSIONS, contents: "write", administration: "read", issues: "write" };
    register({ permissions, events: EVENTS.filter((event) => event !== "merge_group") });
    const excess = "has more permissions than are used: `contents: write`, `administration: read`";
    expect(amiss(await look())).toEqual([
      `note: the app's registration ${excess}`,
      "wrong: the app is not subscribed to `merge_group`",
      `note: the installation on \`${REPOSITORY.owner}\` ${excess}`,
    ]);
  });

  test.for([
    [
      "is required of nobody",
      [],
      "note: `northport/systems`, branch `main`: nothing that can be read here requires the check",
    ],
    [
      "may be given by anyone",
      [undefined],
      "wrong: `northport/systems`, branch `main`: anyone who may write checks can pass it",
    ],
    [
      "is that of another app",
      [15368],
      "wrong: `northport/systems`, branch `main`: the check `bylaw` is required of another app",
    ],
  ] as const)("says where the required check %s", async ([, apps, said]) => {
    const repository = pair.github.createRepository({ ...REPOSITORY, files: POLICIES });
    for (const app of apps) pair.github.requireCheck(repository, "bylaw", app);
    await pair.startApp();
    expect(amiss(await look())).toContain(said);
  });

  test("says where policies of another repository cannot be read", async () => {
    const configuration = '{"policies":{"repository":"ministry/policies","ref":"v3"}}';
    pair.github.createRepository({ ...REPOSITORY, files: { ".github/bylaw.yml": configuration } });
    await pair.startApp();
    expect(amiss(await look()).join("\n")).toContain(
      "`northport/systems` is judged by the policies of `ministry/policies` at `v3`, which cannot be read there",
    );
  });

  test("says what the last deliveries mean", async () => {
    await everythingRight();
    pair.github.setWebhookUrl("http://127.0.0.1:9/hooks");
    await pair.github.deliver("ping", {});
    const found = await look();
    expect(amiss(found)).toEqual([
      "wrong: the webhook's address ends in `/hooks`",
      expect.stringMatching(/^wrong: the last event was answered with 502, as were 1 of the last \d+$/),
    ]);
  });

  test("says where the app is installed nowhere or sleeps", async () => {
    await pair.startApp();
    expect(amiss(await look())).toContain("wrong: the app is installed nowhere");
    pair.github.createRepository({ ...REPOSITORY, files: {} });
    pair.github.installation(REPOSITORY.owner, "suspend");
    expect(amiss(await look())).toContain(`note: the app is suspended on \`${REPOSITORY.owner}\``);
    expect(amiss(await look({ ALLOWED_OWNERS: "other" }))).toContain(
      `note: \`${REPOSITORY.owner}\` is not in \`ALLOWED_OWNERS\``,
    );
  });

  test("without a network says so, and what it could look at all the same", async () => {
    const found = await look({ GITHUB_API_URL: "http://127.0.0.1:9" });
    expect(found.map(({ what }) => what)).toEqual([
      "Node 20.20.0",
      "the configuration is complete",
      "GitHub cannot be reached at `http://127.0.0.1:9` (no answer)",
    ]);
  });

  test.for([
    ["an app of another number", { APP_ID: "4712" }, "GitHub does not accept the app's key (status 404)"],
    ["half the credentials", { WEBHOOK_SECRET: "" }, "`WEBHOOK_SECRET` is not set"],
    ["no credentials", { WEBHOOK_SECRET: "", APP_ID: "", PRIVATE_KEY: "" }, "no credentials are set"],
    ["a Redis that is away", { REDIS_URL: "redis://127.0.0.1:9" }, "Redis does not answer"],
  ] as const)("says what is wrong with %s", async ([, environment, said]) => {
    expect(amiss(await look(environment)).join("\n")).toContain(said);
  });

  test("looks at every audit log there is", async () => {
    const folder = mkdtempSync(join(tmpdir(), "bylaw-doctor-"));
    const AUDIT_LOG = join(folder, "audit.jsonl");
    expect(amiss(await look({ AUDIT_LOG })).join("\n")).toContain("note: there is no audit log at");
    expect(amiss(await look({ AUDIT_LOG: folder })).join("\n")).toContain("holds no audit log yet");
    await pair.startApp({}, { AUDIT_LOG });
    expect((await look({ AUDIT_LOG: folder })).map(({ what }) => what)).toContain(
      `\`${AUDIT_LOG}\` is intact, and has come to entry 1`,
    );
    appendFileSync(AUDIT_LOG, "{");
    expect(amiss(await look({ AUDIT_LOG }))).toContain(`note: the last entry of \`${AUDIT_LOG}\` is cut`);
    appendFileSync(AUDIT_LOG, "}\n");
    expect(amiss(await look({ AUDIT_LOG }))).toContain(`wrong: \`${AUDIT_LOG}\` is broken at line 2`);
  });

  test("says where Node is too old", async () => {
    expect(amiss(await look({}, "20.18.3"))).toContain("wrong: Node 20.18.3 is too old");
  });
});

describe("a clock that is off", () => {
  test.for([
    [120, "behind"],
    [-120, "ahead of"],
  ] as const)("by %i seconds is named, whether or not GitHub minds", async ([seconds, direction]) => {
    const other = await startPair({ now: () => Date.now() + seconds * 1_000 });
    const found: Diagnosis[] = [];
    for await (const each of examine(other.environment, { nodeVersion: "22.0.0" })) found.push(each);
    expect(amiss(found).join("\n")).toMatch(
      new RegExp(`the clock is 1[12]\\d seconds ${direction} GitHub's`),
    );
    await other.close();
  });
});
