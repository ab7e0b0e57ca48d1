import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blobSha } from "../../src/github/api/git-objects.ts";
import { createReviewer } from "../../src/github/review/create-reviewer.ts";
import { createKeptResults, type KeptResults } from "../../src/github/review/kept-results.ts";
import { sourcesUnder } from "../load-repository.ts";
import { breaches } from "../render/markdown-safety.ts";
import { bundleEvaluator } from "./bundle-evaluator.ts";
import { type Pair, REPOSITORY, startPair } from "./start-pair.ts";

const RETENTION = "policies/data-retention/policy.yaml";
const MANIFEST = "examples/givat-tidhar/manifests/il-9919-face-search.yaml";
const NEXT = "manifests/il-9919-second.yaml";
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
/** Three policies are enough, and quick to load: the one that changes, the one with the notice, the one with the ladder. */
const FILES = [RETENTION, "policies/governance/policy.yaml", "policies/national-map/policy.yaml", MANIFEST];
const sourceOf = (name: string) =>
  sourcesUnder("examples/har-oren").find(({ file }) => file === name)?.bytes ?? new Uint8Array();
const shipped = Object.fromEntries(
  [...sourcesUnder("policies"), ...sourcesUnder("examples/givat-tidhar")]
    .filter(({ file }) => FILES.includes(file))
    .map(({ file, bytes }) => [file, decode(bytes)]),
);
const BASE: Readonly<Record<string, string>> = {
  ...shipped,
  ".github/bylaw.yml":
    'manifests: ["manifests/**/*.yaml", "examples/*/manifests/*.yaml"]\nreviewers:\n  privacy: ["@ruth"]\n',
};

/** The retention policy with texts exchanged; one that does not stand there is a mistake. */
function retention(edits: Readonly<Record<string, string>>): string {
  return Object.entries(edits).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`\`${from}\` does not stand in ${RETENTION}`);
    return text.replace(from, to);
  }, `${BASE[RETENTION]}`);
}

/** Fourteen days at ordinary sites, announced a month ahead. */
const SHORTER = {
  "      - from: 2027-04-01\n        value: { sensitive: P14D, ordinary: P21D }":
    "      - from: 2026-12-24\n        value: { sensitive: P14D, ordinary: P14D }",
};
const entry = (version: string, words: string) =>
  `changes:\n  - version: ${version}\n    date: 2026-11-23\n    summary:\n      en: "${words}"\n      he: "קיצור"\n      ar: "تقصير"\n`;
const step = (version: string, words = "Shorter") => ({
  "version: 1.1.0": `version: ${version}`,
  "changes:\n": entry(version, words),
});

let pair: Pair;
let evaluator: string;
beforeAll(async () => {
  evaluator = await bundleEvaluator();
  pair = await startPair();
});
afterAll(() => pair.close());

/** Opens a pull request on a repository of its own. Gives what the app says of it. */
async function propose(
  name: string,
  files: Readonly<Record<string, string>>,
  base: Readonly<Record<string, string>> = BASE,
) {
  const { github } = pair;
  const reviewer = createReviewer({ program: evaluator, milliseconds: 60_000, megabytes: 512 });
  const app = await pair.startApp({ reviewer, pace: { throttle: false, timeoutMilliseconds: 10_000 } });
  const repository = github.createRepository({ owner: REPOSITORY.owner, name, files: base });
  const proposal = pair.propose(repository, files);
  await pair.quiet(app);
  const said = () => {
    const check = github.checkRuns(repository, proposal.head).at(-1);
    const [comment, ...more] = github.comments(repository, proposal.number);
    expect(more).toEqual([]);
    return { conclusion: check?.conclusion, summary: `${check?.summary}`, comment: `${comment?.body}` };
  };
  return {
    said,
    async approve() {
      github.review(proposal, { user: "ruth", state: "APPROVED" });
      await pair.quiet(app);
    },
    close: () => app.close(),
  };
}

describe("a pull request that shortens the retention of video, announced in time", () => {
  test("is told how it compares, by which case, and what flips where, and waits for the owner", async () => {
    const pull = await propose("tighter", { [RETENTION]: retention({ ...SHORTER, ...step("2.0.0") }) });
    const held = pull.said();
    expect(held.conclusion).toBe("action_required");
    for (const text of [held.comment, held.summary]) {
      expect(text).toMatch(/`RET-01` .*\*\*the same until 2026-12-23, tighter from 2026-12-24/);
      expect(text).toMatch(/tighter on 2026-12-24, for example: .*before: passes; after: fails \(block\)/);
      expect(text).toContain("period: P22D");
      expect(text).toContain("**On 2026-12-24: 1 newly failing.**");
      expect(text).toMatch(/\| Givat Tidhar \(fictional\) \| 1 \| 1 \| 0 \| 0 \| 0 \|/);
      expect(text).toContain(MANIFEST);
      expect(breaches(text)).toEqual([]);
    }
    for (const [name, heading, kind] of [
      ["עברית", "### ההשוואה", "**ללא שינוי עד 2026-12-23, מחמיר מיום 2026-12-24**"],
      ["العربية", "### المقارنة", "**دون تغيير حتى 2026-12-23، أشدّ ابتداءً من 2026-12-24**"],
    ] as const) {
      const folded = held.comment.slice(held.comment.indexOf(`<summary>${name}</summary>`));
      expect(folded).toContain(heading);
      expect(folded).toContain(kind);
    }
    await pull.approve();
    expect(pull.said().conclusion).toBe("success");
    expect(pull.said().comment).toContain("### How it compares");
    await pull.close();
  });

  test("and brings a manifest has that one judged by the base", async () => {
    const second = `${BASE[MANIFEST]}`.replace("id: il-9919-face-search", "id: il-9919-second");
    const pull = await propose("mixed", {
      [RETENTION]: retention({ ...SHORTER, ...step("2.0.0") }),
      [NEXT]: second,
    });
    const { comment, summary } = pull.said();
    expect(comment).toContain("`il-9919-second`");
    expect(comment).toContain("**On 2026-12-24: 1 newly failing.** 1 of 1 system judged by both.");
    expect(summary).toContain("`data-retention@1.1.0");
    expect(summary).not.toContain("`data-retention@2.0.0");
    await pull.close();
  });
});

describe("a second pull request that changes policies of a repository", () => {
  const SECOND = "examples/har-oren/manifests/il-9910-crowd-beach.yaml";
  const tightened = { [RETENTION]: retention({ ...SHORTER, ...step("2.0.0") }) };
  const base = { ...BASE, [SECOND]: decode(sourceOf(SECOND)) };

  /** An app whose results are kept in a folder, with what it asked GitHub for and what it had to work out. */
  async function startKeeping(folder: string) {
    const secret = `${pair.environment.PRIVATE_KEY}`;
    const kept = createKeptResults({ folder, secret, log: { warn: () => {} } });
    const made: string[] = [];
    const noting: KeptResults = {
      find: kept.find,
      keep(results) {
        made.push(...results.map(([key]) => key));
        kept.keep(results);
      },
    };
    const child = { program: evaluator, milliseconds: 60_000, megabytes: 512 };
    const app = await pair.startApp({
      reviewer: createReviewer({ ...child, kept: noting }),
      pace: { throttle: false, timeoutMilliseconds: 10_000 },
    });
    return { app, made };
  }

  /** What is said of a pull request, without what is its own. */
  async function reviewOf(
    { app, made }: Awaited<ReturnType<typeof startKeeping>>,
    repository: string,
    files: Readonly<Record<string, string>>,
    branch: string,
  ) {
    const queries: string[] = [];
    const stop = pair.github.watch((event) => {
      if (event.kind === "request") queries.push(`${event.request.path} ${event.body?.query}`);
    });
    made.length = 0;
    const { number } = pair.propose(repository, files, { branch });
    await pair.quiet(app);
    const [comment] = pair.github.comments(repository, number);
    stop();
    const asked = queries.join("\n");
    return {
      asked: Object.entries(base).flatMap(([file, text]) =>
        asked.includes(blobSha(Buffer.from(text))) ? [file] : [],
      ),
      made: made.length,
      said: `${comment?.body}`.replace(/^<!--.*-->$/gm, "").replace(/[0-9a-f]{7,40}/g, ""),
    };
  }

  test("reads no file and judges no system that the first one did, and says the same", async () => {
    const folder = mkdtempSync(join(tmpdir(), "bylaw-"));
    const first = await startKeeping(folder);
    const repository = pair.github.createRepository({ owner: REPOSITORY.owner, name: "again", files: base });
    const one = await reviewOf(first, repository, tightened, "one");
    expect(one.asked).toContain(MANIFEST);
    expect(one.made).toBeGreaterThan(0);
    expect(one.said).toContain("**On 2026-12-24: 1 newly failing.**");

    const two = await reviewOf(first, repository, { ...tightened, "notes.md": "More" }, "two");
    expect(two).toMatchObject({ asked: [], made: 0, said: one.said });

    await first.app.close();

    // The next process finds them in the folder, where what somebody wrote counts for nothing.
    const file = join(folder, "impact.log");
    writeFileSync(file, readFileSync(file, "utf8").replaceAll('"evaluated":1', '"evaluated":0'));
    const next = await startKeeping(folder);
    const three = await reviewOf(next, repository, { ...tightened, "notes.md": "Yet more" }, "three");
    expect(three.said).toBe(one.said);
    expect(three.made).toBeGreaterThan(0);
    expect(three.made).toBeLessThan(one.made);
    await next.app.close();
  });
});

describe("a pull request that is refused", () => {
  test.for([
    ["low-version", { ...SHORTER, ...step("1.2.0") }, /asks for a major/],
    ["short-notice", { "ordinary: P30D": "ordinary: P14D", ...step("2.0.0") }, /30 days of notice/],
  ] as const)("for %s fails its check with the reason", async ([name, edits, reason]) => {
    const pull = await propose(name, { [RETENTION]: retention(edits) });
    const { conclusion, summary, comment } = pull.said();
    expect(conclusion).toBe("failure");
    expect(summary).toMatch(reason);
    expect(comment).toMatch(reason);
    expect(comment).toContain("### How it compares");
    await pull.approve();
    expect(pull.said().conclusion).toBe("failure");
    await pull.close();
  });
});

test("an overlay that loosens is refused with the case it would let through", async () => {
  const [overlay] = sourcesUnder("examples/gan-shaked/overlays");
  const strict = decode(overlay?.bytes ?? new Uint8Array());
  expect(strict).toContain("ordinary: P10D");
  const file = "overlays/il-9930-data-retention.yaml";
  const pull = await propose("overlay", { [file]: strict.replace("ordinary: P10D", "ordinary: P45D") });
  const { conclusion, summary, comment } = pull.said();
  expect(conclusion).toBe("failure");
  for (const text of [summary, comment]) {
    expect(text).toContain("`RET-01` is looser with this value of `raw_video_max`");
    expect(text).toMatch(/```yaml[^`]*period: P/);
  }
  await pull.close();
});

describe("where the policies are those of another repository", () => {
  const policies = Object.fromEntries(Object.entries(BASE).filter(([file]) => file.startsWith("policies/")));
  const configuration = (repository: string) =>
    `${BASE[".github/bylaw.yml"]}policies: { repository: ${repository}, ref: main }\n`;
  let elsewhere: string;
  let base: Readonly<Record<string, string>>;
  beforeAll(() => {
    elsewhere = pair.github.createRepository({ owner: REPOSITORY.owner, name: "policies", files: policies });
    base = { [MANIFEST]: `${BASE[MANIFEST]}`, ".github/bylaw.yml": configuration(elsewhere) };
  });

  test("a change of policies here is a change of nothing that judges, and is said to be", async () => {
    const pull = await propose("inert", { [RETENTION]: retention({ ...SHORTER, ...step("2.0.0") }) }, base);
    const { conclusion, comment, summary } = pull.said();
    expect(conclusion).toBe("action_required");
    expect(comment).toMatch(/All rules (decide as before|together: \*\*the same\*\*)/);
    expect(comment).not.toContain("newly failing");
    expect(summary).toContain("`data-retention@1.1.0");
    await pull.close();
  });

  test("an overlay here is compared with the policy there", async () => {
    const [overlay] = sourcesUnder("examples/gan-shaked/overlays");
    const pull = await propose(
      "overlay-elsewhere",
      { "overlays/il-9919.yaml": decode(overlay?.bytes ?? new Uint8Array()).replaceAll("9930", "9919") },
      base,
    );
    const { comment } = pull.said();
    expect(comment).toMatch(/`RET-01` .*\*\*tighter/);
    await pull.close();
  });

  test("a move to another commit of them is compared, and tried on the systems here", async () => {
    pair.github.commit(elsewhere, "next", {
      message: "Shorten",
      author: "dana",
      files: { [RETENTION]: retention({ ...SHORTER, ...step("2.0.0") }) },
    });
    const moved = configuration(elsewhere).replace("ref: main", "ref: next");
    const pull = await propose("moved", { ".github/bylaw.yml": moved }, base);
    const { conclusion, comment, summary } = pull.said();
    expect(conclusion).toBe("action_required");
    expect(comment).toMatch(/`RET-01` .*\*\*the same until 2026-12-23, tighter from 2026-12-24/);
    expect(comment).toContain("**On 2026-12-24: 1 newly failing.**");
    expect(summary).toContain("`data-retention@1.1.0");
    await pull.close();
  });

  test.for([
    [
      "a commit that is not there",
      "ref: main",
      "ref: nowhere",
      "failure",
      "the policies at `nowhere` cannot be read",
    ],
    [
      "another repository, which its author names",
      "northport/policies",
      "northport/secret",
      "action_required",
      "",
    ],
  ] as const)("a move to %s is not followed", async ([name, from, to, expected, reason]) => {
    pair.github.createRepository({
      owner: REPOSITORY.owner,
      name: name.startsWith("another") ? "secret" : "unused",
      files: { [RETENTION]: retention({ ...SHORTER, ...step("2.0.0") }) },
    });
    const moved = configuration(elsewhere).replace(from, to);
    expect(moved).not.toBe(configuration(elsewhere));
    const pull = await propose(`moved-${expected}`, { ".github/bylaw.yml": moved }, base);
    const { conclusion, comment } = pull.said();
    expect(conclusion).toBe(expected);
    expect(comment).toContain(reason);
    expect(comment).not.toContain("### How it compares");
    await pull.close();
  });

  test("a change of them there is reviewed there, on the systems there are there", async () => {
    const { github } = pair;
    const reviewer = createReviewer({ program: evaluator, milliseconds: 60_000, megabytes: 512 });
    const app = await pair.startApp({ reviewer, pace: { throttle: false, timeoutMilliseconds: 10_000 } });
    const proposal = pair.propose(elsewhere, { [RETENTION]: retention({ ...SHORTER, ...step("2.0.0") }) });
    await pair.quiet(app);
    const [comment] = github.comments(elsewhere, proposal.number);
    expect(comment?.body).toMatch(/`RET-01` .*\*\*the same until 2026-12-23, tighter from 2026-12-24/);
    expect(comment?.body).toContain("0 systems looked at");
    await app.close();
  });
});

test("texts of a changed policy are shown as text alone", async () => {
  const hostile = `</div><img src=x onerror=alert(1)> @everyone [a](https://evil.example) | \`\`\` <!-- #1`;
  const pull = await propose("hostile", {
    [RETENTION]: retention({
      ...SHORTER,
      ...step("2.0.0", hostile),
      'en: "Raw video is deleted quickly"': `en: "${hostile}"`,
    }),
  });
  const { comment, summary } = pull.said();
  expect(comment).toContain("### How it compares");
  expect(comment).toContain("&lt;img src=x");
  expect([...breaches(comment), ...breaches(summary)]).toEqual([]);
  await pull.close();
});
