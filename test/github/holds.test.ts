import { expect, test } from "vitest";
import { GithubError } from "../../src/github/api/github-error.ts";
import { withHolds } from "../../src/github/queue/holds.ts";

const FIRST = { forced: false, last: false, crashes: 0, isHeld: async () => true };

test("an installation that GitHub asked to wait is not asked about again, and the others are", async () => {
  const ran: string[] = [];
  const run = withHolds<{ readonly installation: number; readonly name: string }>(async ({ name }) => {
    ran.push(name);
    if (name === "limited") throw new GithubError("slow down", { kind: "rate-limited", retryAfter: 3_600 });
    if (name === "broken") throw new GithubError("no answer", { kind: "unavailable" });
  }, undefined);
  await expect(run({ installation: 7, name: "broken" }, FIRST)).rejects.toThrow("no answer");
  await expect(run({ installation: 7, name: "limited" }, FIRST)).rejects.toThrow("slow down");
  await expect(run({ installation: 7, name: "next" }, FIRST)).rejects.toMatchObject({
    kind: "rate-limited",
    retryAfter: 3_600,
  });
  await run({ installation: 8, name: "other" }, FIRST);
  // The last attempt is made all the same, so that what is begun comes to an end.
  await run({ installation: 7, name: "final" }, { ...FIRST, last: true });
  expect(ran).toEqual(["broken", "limited", "other", "final"]);
});
