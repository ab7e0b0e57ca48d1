import { describe, expect, it } from "vitest";
import { fetchWithin } from "../../src/github/api/fetch-within.ts";

/** Never answers; rejects with the reason once its signal says so. */
const hang: typeof fetch = (_input, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
  });

describe("a request with a limit of time", () => {
  it("ends when the limit is over, however much is collected meanwhile", async () => {
    const waiting = fetchWithin(hang, 30)("http://127.0.0.1/");
    for (let turn = 0; turn < 20; turn += 1) globalThis.gc?.();
    await expect(waiting).rejects.toMatchObject({ name: "TimeoutError" });
  });

  it("ends when its caller gives it up, before or after it began", async () => {
    const reason = new Error("given up");
    const early = fetchWithin(async (_input, init) => {
      init?.signal?.throwIfAborted();
      return new Response();
    }, 60_000)("http://127.0.0.1/", { signal: AbortSignal.abort(reason) });
    await expect(early).rejects.toBe(reason);
    const later = new AbortController();
    const waiting = fetchWithin(hang, 60_000)("http://127.0.0.1/", { signal: later.signal });
    later.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });

  it("ends by itself as soon as it is answered", async () => {
    const answer = await fetchWithin(async () => new Response("yes"), 60_000)("http://127.0.0.1/");
    expect(await answer.text()).toBe("yes");
  });
});
