import { createHmac } from "node:crypto";
import { createRequire } from "node:module";
import { describe, expect, it, test } from "vitest";
import type { JsonObject } from "../../src/model/document.ts";
import { appClient, client, receive, SECRET, start, startWithPull } from "./start.ts";

const examples: readonly {
  readonly name: string;
  readonly examples: readonly { readonly action?: string }[];
}[] = createRequire(import.meta.url)("@octokit/webhooks-examples");

/** Keys that every published example of an event and action (or of the event) has, to the depth given. */
function sharedKeys(event: string, action: string | undefined, depth: number): string[] {
  const all = examples.find(({ name }) => name === event)?.examples ?? [];
  const same = all.filter((example) => action === undefined || example.action === action);
  const sets = (same.length > 0 ? same : all).map((example) => new Set(keysOf(example, depth)));
  return [...(sets[0] ?? [])].filter((key) => sets.every((set) => set.has(key)));
}

function keysOf(value: unknown, depth: number, prefix = ""): string[] {
  if (depth === 0 || typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    prefix + key,
    ...keysOf(inner, depth - 1, `${prefix}${key}.`),
  ]);
}

/** Keys that depend on the app or the repository of the example. */
const OWN = /\.(?:permissions|license)\./;

/** One of each event the app listens to. */
async function everyEvent(): Promise<Map<string, JsonObject>> {
  const { standin, repo, pull, base, head } = await startWithPull();
  standin.comment(pull, "noa", "/bylaw recheck");
  const approval = standin.review(pull, { user: "noa", state: "APPROVED" });
  standin.dismissReview(pull, approval);
  const { rest } = await client(standin);
  const at = { owner: "town", repo: "systems" };
  const action = { label: "Fix", description: "Fix it", identifier: "fix" };
  const { data: run } = await rest.checks.create({ ...at, name: "bylaw", head_sha: head, actions: [action] });
  await rest.checks.update({ ...at, check_run_id: run.id, conclusion: "success" });
  standin.requestRerun(run, "maya");
  standin.requestAction(run, "fix", "maya");
  standin.requestSuiteRerun(repo, head, "maya");
  standin.commit(repo, "change", { message: "more", author: "maya", files: { b: "b" } });
  standin.forcePush(repo, "change", head, "maya");
  const group = standin.createMergeGroup([pull]);
  standin.destroyMergeGroup(group, "invalidated");
  standin.retarget(pull, "main", "maya");
  standin.closePullRequest(pull);
  standin.reopenPullRequest(pull);
  const draft = standin.openPullRequest(repo, { title: "d", head: "change", author: "maya", draft: true });
  standin.markReady(draft);
  standin.merge(pull, "town");
  standin.setInstalled(repo, false);
  standin.setInstalled(repo, true);
  for (const change of ["suspend", "unsuspend", "deleted", "created"] as const)
    standin.installation("town", change);
  await standin.settled();
  expect(base).not.toBe(head);
  return new Map(
    standin.deliveries.map(({ event, action, payload }) => [
      action === null ? event : `${event} ${action}`,
      payload,
    ]),
  );
}

const EVENTS = [
  "push",
  "pull_request opened",
  "pull_request synchronize",
  "pull_request edited",
  "pull_request closed",
  "pull_request reopened",
  "pull_request ready_for_review",
  "pull_request_review submitted",
  "pull_request_review dismissed",
  "issue_comment created",
  "check_run created",
  "check_run completed",
  "check_run rerequested",
  "check_run requested_action",
  "check_suite requested",
  "check_suite rerequested",
  "merge_group checks_requested",
  "installation created",
  "installation deleted",
  "installation suspend",
  "installation unsuspend",
  "installation_repositories added",
  "installation_repositories removed",
];

describe("payloads have what published ones of the same event have", async () => {
  let payloads: Map<string, JsonObject> | undefined;

  it.for(EVENTS)("%s", async (name) => {
    payloads ??= await everyEvent();
    const [event = "", action] = name.split(" ");
    const given = new Set(keysOf(payloads.get(name), 3));
    const expected = sharedKeys(event, action, 3).filter((key) => !OWN.test(key));
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.filter((key) => !given.has(key))).toEqual([]);
    expect(payloads.get(name)).toMatchObject({
      installation: { id: expect.any(Number) },
      sender: { login: expect.any(String) },
    });
  });
});

describe("a delivery", () => {
  test("is signed, named and numbered", async () => {
    const { got, url } = await receive();
    const { standin } = await startWithPull({ webhookUrl: url });
    await standin.settled();
    const opened = got.find(({ headers }) => headers["x-github-event"] === "pull_request");
    const signature = createHmac("sha256", SECRET)
      .update(opened?.body ?? "")
      .digest("hex");
    expect(opened?.headers).toMatchObject({
      "content-type": "application/json",
      "x-hub-signature-256": `sha256=${signature}`,
      "x-github-delivery": expect.stringMatching(/^[0-9a-f-]{36}$/),
      "x-github-hook-installation-target-type": "integration",
    });
    expect(
      standin.deliveries.map(({ status, statusCode, response }) => [status, statusCode, response]),
    ).toEqual(Array(got.length).fill(["OK", 202, "noted"]));
  });

  test.for([
    ["a wrong signature", { signature: "sha256=00" }, "sha256=00"],
    ["no signature", { signature: null }, undefined],
  ] as const)("can carry %s", async ([, options, expected]) => {
    const { got, url } = await receive(400);
    const standin = await start({ webhookUrl: url });
    const { statusCode } = await standin.deliver("ping", { zen: "x" }, { ...options, deliveryId: "one" });
    expect(statusCode).toBe(400);
    expect(got[0]?.headers["x-hub-signature-256"]).toBe(expected);
    expect(got[0]?.headers["x-github-delivery"]).toBe("one");
  });

  test.for([
    [
      "nobody listens",
      async (): Promise<string> => "http://127.0.0.1:9/",
      ["failed to connect to host", 502],
    ],
    ["nobody answers", async (): Promise<string> => (await receive(0)).url, ["timed out", 504]],
  ] as const)("is logged as failed when %s", async ([, url, expected]) => {
    const standin = await start({ webhookUrl: await url(), webhookTimeoutMs: 50 });
    const { status, statusCode } = await standin.deliver("ping", {});
    expect([status, statusCode]).toEqual(expected);
  });

  test("that failed is found in the log and asked for again under its own number", async () => {
    const { got, url } = await receive();
    const { standin } = await startWithPull({ webhookUrl: url });
    await standin.settled();
    standin.setDeliveryPlan(() => "drop");
    standin.comment({ repository: "town/systems", number: 1 }, "noa", "lost");
    standin.setDeliveryPlan(() => "deliver");
    const { rest } = appClient(standin);
    const { data } = await rest.apps.listWebhookDeliveries({ per_page: 1 });
    expect(data).toMatchObject([
      { event: "issue_comment", action: "created", status_code: 502, redelivery: false },
    ]);
    await rest.apps.redeliverWebhookDelivery({ delivery_id: data[0]?.id ?? 0 });
    await standin.settled();
    expect(got.at(-1)?.headers).toMatchObject({
      "x-github-event": "issue_comment",
      "x-github-delivery": data[0]?.guid,
    });
    expect(standin.deliveries.at(-1)).toMatchObject({ redelivery: true, statusCode: 202 });
  });

  test("log is read to its end by cursor", async () => {
    const standin = await start();
    for (let round = 0; round < 5; round += 1) await standin.deliver("ping", { round });
    const app = appClient(standin);
    const all = await app.paginate(app.rest.apps.listWebhookDeliveries, { per_page: 2 });
    expect(all.map(({ id }) => id)).toEqual(standin.deliveries.map(({ id }) => id).reverse());
  });
});

describe("events go astray as planned", () => {
  test.for([
    ["duplicate", 2, 2],
    ["drop", 0, 1],
    ["lose", 0, 0],
    ["hold", 0, 0],
  ] as const)("%s: %i received, %i logged", async ([plan, received, logged]) => {
    const { got, url } = await receive();
    const { standin, pull } = await startWithPull();
    await standin.settled();
    standin.setWebhookUrl(url);
    standin.setDeliveryPlan(() => plan);
    const before = standin.deliveries.length;
    standin.comment(pull, "noa", "hello");
    await standin.settled();
    expect([got.length, standin.deliveries.length - before]).toEqual([received, logged]);
    expect(new Set(got.map(({ headers }) => headers["x-github-delivery"])).size).toBe(Math.min(received, 1));
  });

  test("what is held comes in reverse order", async () => {
    const { got, url } = await receive();
    const { standin, pull } = await startWithPull();
    standin.setDeliveryPlan(() => "hold");
    for (const body of ["one", "two"]) standin.comment(pull, "noa", body);
    standin.setWebhookUrl(url);
    standin.releaseHeld();
    await standin.settled();
    const bodies: unknown[] = standin.deliveries.slice(-2).map(({ payload }) => payload.comment);
    expect([got.length, bodies]).toEqual([
      2,
      [expect.objectContaining({ body: "two" }), expect.objectContaining({ body: "one" })],
    ]);
  });
});

test("the app is told of nothing where it is not installed, suspended, or may not look", async () => {
  const { standin, pull } = await startWithPull({ permissions: { contents: "read", pull_requests: "read" } });
  const before = standin.deliveries.length;
  expect(standin.deliveries.map(({ event }) => event)).not.toContain("check_suite");
  standin.installation("town", "suspend");
  standin.comment(pull, "noa", "unheard");
  standin.createRepository({ owner: "guest", name: "own", installed: false });
  standin.commit("guest/own", "main", { message: "m", author: "guest", files: { a: "a" } });
  expect(standin.deliveries.slice(before).map(({ event, action }) => `${event} ${action}`)).toEqual([
    "installation suspend",
  ]);
});

test("webhooks go to this machine only", async () => {
  await expect(start({ webhookUrl: "http://example.org/" })).rejects.toThrow("on loopback only");
});
