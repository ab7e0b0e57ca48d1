import { expect } from "vitest";
import { createFakeReviewer } from "./fake-reviewer.ts";
import { type Pair, REPOSITORY } from "./start-pair.ts";

/**
 * An app that stops in the middle of its first review, heard of no event since. Gives the pull request whose check is
 * left in progress, and the way to end the app: `bury` lets nothing of what it still says be heard.
 */
export async function leaveOpen(pair: Pair) {
  const { github } = pair;
  let reached = () => {};
  let die = (_error: Error) => {};
  const dying = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const held = new Promise<void>((_, reject) => {
    die = reject;
  });
  const before = async () => {
    reached();
    await held;
  };
  const dead = await pair.startApp({ reviewer: createFakeReviewer({ before }) });
  const repository = github.createRepository({ ...REPOSITORY });
  const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
  await dying;
  github.setWebhookUrl(undefined);
  expect(pair.checksOn(repository, pull.head)).toMatchObject([{ status: "in_progress" }]);
  const end = async () => {
    const closed = dead.close();
    die(new Error("killed"));
    await closed;
  };
  return {
    repository,
    pull,
    end,
    async bury() {
      github.faults.inject({ match: "*", kind: "500", times: 1_000 });
      await end();
      github.faults.clear();
    },
  };
}
