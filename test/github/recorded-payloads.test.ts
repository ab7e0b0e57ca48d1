import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { at } from "../../src/github/api/answer.ts";
import { receiveWebhook, type WebhookEvent } from "../../src/github/events/receive-webhook.ts";
import { EVENTS, tasksForEvent } from "../../src/github/events/tasks-for-event.ts";

const SECRET = "9f2c4b7a1d8e6053f1a2b3c4d5e6f708";

/** The app that wrote the check of an event, as if it were ours: the checks of others ask for nothing. */
function writerOf(payload: object): number {
  const app = at(payload, "check_run", "app", "id") ?? at(payload, "check_suite", "app", "id");
  return typeof app === "number" ? app : 1;
}

interface Recorded {
  readonly name: string;
  readonly examples: readonly Readonly<Record<string, unknown>>[];
}

const recorded: readonly Recorded[] = createRequire(import.meta.url)(
  "@octokit/webhooks-examples/api.github.com/index.json",
);

const received: WebhookEvent[] = [];
const server = createServer((request, response) => {
  const accept = async (event: WebhookEvent): Promise<void> => void received.push(event);
  void receiveWebhook(request, response, { secret: SECRET, owners: new Set(), accept });
});
let url = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on TCP has such an address.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Delivers a payload signed as GitHub signs it. Gives the status of the answer. */
async function deliver(name: string, payload: object): Promise<number> {
  const body = JSON.stringify(payload);
  const signature = createHmac("sha256", SECRET).update(body).digest("hex");
  const answer = await fetch(url, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "x-github-event": name,
      "x-github-delivery": "1",
      "x-hub-signature-256": `sha256=${signature}`,
    },
  });
  await answer.arrayBuffer();
  return answer.status;
}

test("every payload GitHub published is taken, and asks for what its event and action ask for", async () => {
  const handled = recorded.filter(({ name }) => EVENTS.some((event) => event === name));
  const decisions = new Map<string, Map<string, number>>();
  for (const { name, examples } of handled) {
    for (const example of examples) {
      received.length = 0;
      // The published examples are of repositories without an app's installation.
      expect(await deliver(name, { installation: { id: 3 }, ...example })).toBe(202);
      const [event] = received;
      expect(event?.name).toBe(name);
      const tasks = tasksForEvent(name, event?.payload ?? {}, { app: writerOf(example) });
      const said = tasks.map((task) => (task.kind === "review" ? "review" : `look up ${task.lookup.kind}`));
      const kind = `${name} ${example.action ?? ""}`.trim();
      const seen = decisions.get(kind) ?? new Map<string, number>();
      const decision = said.join(", ") || "nothing";
      decisions.set(kind, seen.set(decision, (seen.get(decision) ?? 0) + 1));
    }
  }
  const table = [...decisions].map(
    ([kind, seen]) => `${kind}: ${[...seen].map(([what, count]) => `${what} × ${count}`).join("; ")}`,
  );
  expect(table.sort().join("\n")).toMatchInlineSnapshot(`
    "check_run completed: nothing × 3
    check_run created: nothing × 3
    check_run requested_action: nothing × 1
    check_run rerequested: look up head × 2
    check_suite completed: nothing × 4
    check_suite requested: nothing × 3
    check_suite rerequested: look up head × 2
    installation created: look up sweep × 2
    installation deleted: nothing × 2
    installation new_permissions_accepted: look up sweep × 1
    installation suspend: nothing × 1
    installation unsuspend: look up sweep × 1
    installation_repositories added: look up sweep × 2
    installation_repositories removed: nothing × 1
    issue_comment created: nothing × 5
    issue_comment deleted: nothing × 2
    issue_comment edited: nothing × 2
    membership added: look up sweep × 1
    membership removed: look up sweep × 4
    merge_group checks_requested: review × 2
    organization member_added: nothing × 3
    organization member_invited: nothing × 1
    organization renamed: nothing × 1
    pull_request assigned: nothing × 2
    pull_request closed: review × 2
    pull_request converted_to_draft: nothing × 3
    pull_request labeled: nothing × 2
    pull_request locked: nothing × 2
    pull_request opened: review × 4
    pull_request ready_for_review: review × 3
    pull_request reopened: review × 2
    pull_request review_request_removed: nothing × 1
    pull_request review_requested: nothing × 1
    pull_request synchronize: review × 1
    pull_request unassigned: nothing × 2
    pull_request unlabeled: nothing × 2
    pull_request unlocked: nothing × 2
    pull_request_review dismissed: review × 1
    pull_request_review submitted: review × 3
    push: nothing × 7
    team added_to_repository: nothing × 2
    team created: nothing × 1
    team deleted: look up sweep × 1
    team edited: nothing × 1
    team removed_from_repository: nothing × 1"
  `);
});
