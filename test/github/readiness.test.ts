import { describe, expect, test } from "vitest";
import { createReadiness } from "../../src/github/server/readiness.ts";

const MINUTE = 60_000;

/** A process that is ready, on a clock and a queue of the test's own. */
function started(sweepMilliseconds: number | undefined = 15 * MINUTE) {
  let moment = Date.parse("2026-11-23T12:00:00Z");
  let isQueueReady = true;
  const notes = createReadiness({
    isQueueReady: () => isQueueReady,
    sweepMilliseconds,
    now: () => new Date(moment),
  });
  return {
    ...notes,
    wait: (minutes: number) => {
      moment += minutes * MINUTE;
    },
    breakQueue: () => {
      isQueueReady = false;
    },
  };
}

const ACCEPTED = { route: "GET /app", status: 200 };

describe("a process is ready", () => {
  test("once GitHub has accepted its credentials, and no longer when it refuses them", () => {
    const process = started();
    expect(process.read()).toEqual({ ready: false, reasons: ["GitHub has not answered the app yet"] });
    process.asked(ACCEPTED);
    expect(process.read()).toEqual({ ready: true, reasons: [] });
    process.asked({ route: "POST /app/installations/{installation_id}/access_tokens", status: 401 });
    expect(process.read().reasons).toEqual(["GitHub refuses the app's credentials"]);
  });

  test.for([
    ["a repository that is gone", "GET /repos/{owner}/{repo}", 404],
    ["an installation that is gone", "POST /app/installations/{installation_id}/access_tokens", 404],
    ["an answer that never came", "GET /app", undefined],
    ["GitHub's own trouble", "GET /app", 503],
  ] as const)("after %s all the same", ([, route, status]) => {
    const process = started();
    process.asked(ACCEPTED);
    process.asked({ route, status });
    expect(process.read().ready).toBe(true);
  });

  test("unless three times the interval went by without a sweep", () => {
    const process = started();
    process.asked(ACCEPTED);
    process.wait(45);
    expect(process.read().ready).toBe(true);
    process.swept("failed");
    process.wait(1);
    expect(process.read().reasons).toEqual(["no sweep came through for 46 minutes"]);
    process.swept("ended");
    expect(process.read().ready).toBe(true);
  });

  test("unless its queue does not answer or its audit log takes no entry", () => {
    const process = started(undefined);
    process.asked(ACCEPTED);
    process.breakQueue();
    process.audited("failed");
    expect(process.read().reasons).toEqual(["the audit log takes no entries", "the queue does not answer"]);
    process.audited("verdict");
    expect(process.read().reasons).toEqual(["the queue does not answer"]);
  });
});
