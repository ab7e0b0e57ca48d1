import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { evaluateInChild } from "../../src/github/review/evaluate-in-child.ts";
import type { Reviewer } from "../../src/github/review/reviewer.ts";
import { createFakeReviewer } from "./fake-reviewer.ts";
import { type Pair, REPOSITORY, startPair } from "./start-pair.ts";

const PROGRAM = join(mkdtempSync(join(tmpdir(), "bylaw-")), "child.mjs");
writeFileSync(PROGRAM, 'process.once("message", () => process.abort());');

let pair: Pair;
beforeEach(async () => {
  pair = await startPair();
});
afterEach(() => pair.close());

/** A reviewer whose evaluator dies of every head with a line `POISON`, and what it was asked to judge. */
function createMortalReviewer(): Reviewer & { readonly asked: readonly string[] } {
  const fake = createFakeReviewer();
  const asked: string[] = [];
  return {
    ...fake,
    asked,
    async review(input) {
      const texts = input.head.map(({ bytes }) => Buffer.from(bytes).toString());
      const isPoison = texts.some((text) => text.includes("POISON"));
      asked.push(isPoison ? "poison" : "other");
      if (!isPoison) return await fake.review(input);
      return await evaluateInChild(input, { program: PROGRAM, milliseconds: 20_000, megabytes: 64 });
    },
  };
}

const FAILED = { status: "completed", conclusion: "failure", title: "Could not be evaluated" };

describe("a head that kills its evaluator", () => {
  test("is completed without a verdict and left alone, by whoever starts next too, until it moves", async () => {
    const { github } = pair;
    const files = { ".github/bylaw.yml": '{"reviewers":{"privacy":["@ruth"]}}' };
    const repository = github.createRepository({ ...REPOSITORY, files });
    const first = createMortalReviewer();
    const app = await pair.startApp({ reviewer: first });
    const poison = pair.propose(repository, { "manifests/a.yaml": "POISON\n" }, { branch: "poison" });
    const other = pair.propose(repository, { "manifests/b.yaml": "fine\n" }, { branch: "other" });
    await pair.quiet(app);
    expect(pair.checksOn(repository, poison.head)).toEqual([FAILED]);
    expect(pair.conclusionOn(repository, other.head)).toBe("success");
    expect(first.asked.filter((what) => what === "poison")).toHaveLength(1);
    // An approval changes nothing of what could not be judged.
    github.review(poison, { user: "ruth", state: "APPROVED" });
    await pair.quiet(app);
    expect(first.asked.filter((what) => what === "poison")).toHaveLength(1);
    await app.close();

    const second = createMortalReviewer();
    const next = await pair.startApp({ reviewer: second });
    await pair.quiet(next);
    expect(second.asked).toEqual([]);
    expect(pair.checksOn(repository, poison.head)).toEqual([FAILED]);
    const mended = pair.push(poison, { "manifests/a.yaml": "fine\n" });
    await pair.quiet(next);
    expect(pair.conclusionOn(repository, mended)).toBe("success");
  });
});

describe("a head that ends the process itself, whose queue ends with it", () => {
  /** Starts an app that dies once it has begun so many reviews, in the middle of them; gives how many it began. */
  async function dieReviewing(most = 1): Promise<number> {
    let isCut = false;
    let begin = () => {};
    let end = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const held = new Promise<void>((resolve) => {
      end = resolve;
    });
    const before = async () => {
      if (reviewer.inputs.length === most) begin();
      await held;
      throw new Error("killed");
    };
    const reviewer = createFakeReviewer({ before });
    const way: typeof fetch = (input, init) =>
      isCut ? Promise.reject(new TypeError("fetch failed")) : fetch(input, init);
    const pace = { throttle: false, timeoutMilliseconds: 10_000 };
    const app = await pair.startApp({ reviewer, fetch: way, pace });
    await Promise.race([begun, pair.quiet(app)]);
    isCut = true;
    end();
    await app.close();
    return reviewer.inputs.length;
  }

  test("is refused once it has ended five, after which it gets one more chance at each sweep", async () => {
    const { github } = pair;
    const repository = github.createRepository({ ...REPOSITORY });
    github.setWebhookUrl(undefined);
    const { head } = pair.propose(repository, { "manifests/a.yaml": "fine\n" });
    const untilRefused = async () => {
      let deaths = 0;
      while (deaths < 10 && (await dieReviewing()) === 1) deaths += 1;
      return deaths;
    };
    // A process that ends before its count was taken is none of the five.
    expect([5, 6]).toContain(await untilRefused());
    expect(pair.checksOn(repository, head)).toEqual([FAILED]);
    expect(github.checkRuns(repository, head)[0]?.summary).toMatch(/[56] processes of the app ended/);
    expect([1, 2]).toContain(await untilRefused());
    expect(pair.checksOn(repository, head)).toEqual([FAILED]);
    await pair.quiet(await pair.startApp());
    expect(pair.checksOn(repository, head)).toMatchObject([{ conclusion: "success" }]);
  });

  test("is looked for alone, so that others that were under way with it get their verdict", async () => {
    const { github } = pair;
    const repository = github.createRepository({ ...REPOSITORY });
    github.setWebhookUrl(undefined);
    const heads = ["a", "b", "c"].map(
      (branch) => pair.propose(repository, { [`manifests/${branch}.yaml`]: "fine\n" }, { branch }).head,
    );
    for (let process = 1; process <= 2; process += 1)
      expect(await dieReviewing(heads.length)).toBe(heads.length);
    let [inside, most] = [0, 0];
    const before = async () => {
      inside += 1;
      most = Math.max(most, inside);
      // Long enough for any other to come here as well.
      for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    };
    await pair.quiet(await pair.startApp({ reviewer: createFakeReviewer({ before }) }));
    expect(most).toBe(1);
    expect(heads.map((head) => pair.conclusionOn(repository, head))).toEqual(heads.map(() => "success"));
  });

  test("is not said of one that GitHub did not answer for", async () => {
    const { github } = pair;
    const repository = github.createRepository({ ...REPOSITORY });
    github.setWebhookUrl(undefined);
    const { head } = pair.propose(repository, { "manifests/a.yaml": "fine\n" });
    for (let sweep = 0; sweep < 7; sweep += 1) {
      github.faults.inject({ match: "GET *git/trees*", kind: "500", times: 1_000 });
      const app = await pair.startApp();
      await pair.quiet(app);
      await app.close();
      expect(github.checkRuns(repository, head)[0]?.summary).not.toContain("processes");
    }
    expect(pair.checksOn(repository, head)).toEqual([FAILED]);
  });
});
