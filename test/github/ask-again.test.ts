import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Delivery } from "../../src/standin/webhook-state.ts";
import { type Pair, REPOSITORY, startPair } from "./start-pair.ts";

const FILE = "manifests/a.yaml";
const DAY = 24 * 60 * 60 * 1_000;

let pair: Pair;
let moment: number;
beforeEach(async () => {
  moment = Date.parse("2026-11-23T12:00:00Z");
  pair = await startPair({ now: () => moment });
});
afterEach(() => pair.close());

const now = () => new Date(moment);

/** An event of the pull request was lost while no app listened; what became of it once the app runs. */
async function afterStart(event: string, status: number): Promise<readonly Delivery[]> {
  const { github } = pair;
  github.setDeliveryPlan(() => "drop");
  const repository = github.createRepository({
    ...REPOSITORY,
    files: { "policies/one/policy.yaml": "on\n" },
  });
  const pull = pair.propose(repository, { [FILE]: "fine\n" });
  github.comment(pull, "dana", "/bylaw recheck");
  await github.settled();
  const lost = github.deliveries.find((delivery) => delivery.event === event);
  if (lost) lost.statusCode = status;
  github.setDeliveryPlan(() => "deliver");
  moment += 60_000;
  await pair.quiet(await pair.startApp({ now }));
  return github.deliveries.filter(({ guid }) => guid === lost?.guid);
}

describe("an event that could not be delivered", () => {
  test("is asked for again, so that a command is not lost with it", async () => {
    const [first, again, ...more] = await afterStart("issue_comment", 502);
    expect(first).toMatchObject({ redelivery: false, statusCode: 502 });
    expect(again).toMatchObject({ redelivery: true, statusCode: 202 });
    expect(more).toEqual([]);
  });

  test("is asked for though GitHub does not send an earlier one again", async () => {
    pair.github.faults.inject({ match: "POST */attempts", kind: "404", times: 1 });
    const after = await afterStart("issue_comment", 502);
    expect(after.map(({ redelivery }) => redelivery)).toEqual([false, true]);
  });

  test.for([403, 413])("is left alone where the app refused it with %i", async (status) => {
    expect(await afterStart("issue_comment", status)).toHaveLength(1);
  });

  test("is asked for once, however often it fails and the app starts", async () => {
    const { github } = pair;
    const first = await pair.startApp({ now });
    await pair.quiet(first);
    github.setDeliveryPlan(() => "drop");
    const repository = github.createRepository({ ...REPOSITORY, files: {} });
    pair.propose(repository, { [FILE]: "fine\n" });
    await github.settled();
    // Whatever is asked for again fails as well.
    github.setWebhookUrl("http://127.0.0.1:9/");
    const failed = new Set(
      github.deliveries.filter((each) => each.statusCode >= 300).map(({ guid }) => guid),
    );
    for (let start = 1; start <= 2; start += 1) {
      const app = await pair.startApp({ now });
      github.setWebhookUrl("http://127.0.0.1:9/");
      await pair.quiet(app);
    }
    const again = github.deliveries.filter(({ guid, redelivery }) => redelivery && failed.has(guid));
    expect(new Set(again.map(({ guid }) => guid)).size).toBe(again.length);
    expect(again.length).toBeGreaterThan(0);
  });

  test("is not asked for after three days, nor twice in one run of the app", async () => {
    const { github } = pair;
    github.setDeliveryPlan(() => "drop");
    const repository = github.createRepository({ ...REPOSITORY, files: {} });
    pair.propose(repository, { [FILE]: "fine\n" });
    await github.settled();
    github.setDeliveryPlan(() => "deliver");
    const before = github.deliveries.length;
    moment += 3 * DAY + 60_000;
    await pair.quiet(await pair.startApp({ now }));
    const again = github.deliveries.slice(before).filter(({ redelivery }) => redelivery);
    expect(again).toEqual([]);
  });

  test("is found behind pages of others", async () => {
    const { github } = pair;
    const app = await pair.startApp({ now });
    const repository = github.createRepository({ ...REPOSITORY, files: {} });
    github.setDeliveryPlan(() => "drop");
    const pull = pair.propose(repository, { [FILE]: "fine\n" });
    await github.settled();
    const [lost] = github.deliveries.filter(({ statusCode }) => statusCode >= 300);
    github.setDeliveryPlan(() => "deliver");
    for (let comment = 0; comment < 120; comment += 1) github.comment(pull, "dana", "hello");
    await pair.quiet(app);
    await pair.quiet(await pair.startApp({ now }));
    expect(github.deliveries.filter(({ guid }) => guid === lost?.guid)).toHaveLength(2);
    const lists = github.requests.filter(({ path }) => path === "/app/hook/deliveries");
    expect(lists.some(({ query }) => query.includes("cursor="))).toBe(true);
  });
});

describe("a verdict that a date ends", () => {
  test("is given anew by the first sweep of that day where the policies are in force", async () => {
    const { github } = pair;
    // The fake reviewer's verdicts hold until 2026-12-01, which begins at 22:00 UTC of the day before.
    const environment = { BYLAW_AS_OF: "" };
    const repository = github.createRepository({
      ...REPOSITORY,
      files: { "policies/one/policy.yaml": "on\n" },
    });
    const first = await pair.startApp({ now }, environment);
    const { head } = pair.propose(repository, { [FILE]: "fine\n" });
    await pair.quiet(first);
    expect(pair.checksOn(repository, head)).toHaveLength(1);
    moment = Date.parse("2026-11-30T21:59:00Z");
    await pair.quiet(await pair.startApp({ now }, environment));
    expect(pair.checksOn(repository, head)).toHaveLength(1);
    moment = Date.parse("2026-11-30T22:00:00Z");
    await pair.quiet(await pair.startApp({ now }, environment));
    expect(pair.checksOn(repository, head)).toHaveLength(2);
  });
});
