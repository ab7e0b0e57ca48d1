import { expect, test } from "vitest";
import { FAULT_KINDS } from "../../src/standin/faults.ts";
import { passesOn, REPOSITORY, startPair } from "./start-pair.ts";

/** Kinds that take effect at once; those that wait would only make this slow. */
const KINDS = FAULT_KINDS.filter((kind) => !["401", "hang", "hang-after", "truncated-tree"].includes(kind));

/** Numbers from 0 to 1 that are the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test.for([1, 2, 3, 4])(
  "requests that fail at random, events lost and doubled, and a restart lose no review (seed %i)",
  async (seed) => {
    const random = numbers(seed);
    const pair = await startPair();
    const { github } = pair;
    const broken = await pair.startApp();
    const repository = github.createRepository({ ...REPOSITORY });
    github.faults.decide(() => (random() < 0.25 ? KINDS[Math.floor(random() * KINDS.length)] : undefined));
    github.setDeliveryPlan(
      () => (["lose", "duplicate", "deliver"] as const)[Math.floor(random() * 3)] ?? "lose",
    );

    const proposals = [];
    const passes = [];
    for (const branch of ["a", "b", "c"]) {
      const pull = pair.propose(
        repository,
        { [`manifests/${branch}.yaml`]: "BLOCK\n".repeat(60) },
        { branch },
      );
      passes.push(passesOn(github, pull.head));
      await new Promise((resolve) => setTimeout(resolve, random() * 40));
      const isFixed = random() < 0.5;
      const head = pair.push(pull, { [`manifests/${branch}.yaml`]: isFixed ? "fine\n" : "x\nBLOCK\n" });
      if (!isFixed) passes.push(passesOn(github, head));
      proposals.push({ ...pull, head, isFixed });
    }
    await pair.quiet(broken);
    await broken.close();
    github.faults.clear();
    github.setDeliveryPlan(() => "deliver");
    await pair.quiet(await pair.startApp());

    for (const { head, number, isFixed } of proposals) {
      const check = github.checkRuns(repository, head).at(-1);
      expect(check).toMatchObject({ status: "completed", conclusion: isFixed ? "success" : "failure" });
      expect(check?.annotations).toHaveLength(isFixed ? 0 : 1);
      const own = github.comments(repository, number).filter(({ user }) => user.login === "bylaw[bot]");
      expect(own.length).toBeLessThanOrEqual(1);
      expect(own.length).toBeGreaterThanOrEqual(isFixed ? 0 : 1);
    }
    const every = github.world.repositories.get(repository)?.checkRuns ?? [];
    expect(every.filter(({ status }) => status !== "completed")).toEqual([]);
    expect(passes.flat()).toEqual([]);
    await pair.close();
  },
);
