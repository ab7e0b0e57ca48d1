/**
 * A `fetch` that gives up after so many milliseconds, answer and body together. The timer holds on to what it ends: in
 * Node 20 a signal that `AbortSignal.any` puts together from one of `AbortSignal.timeout` is collected as garbage
 * before the time is over, and then never fires, so that a request which hangs would hang for good.
 */
export function fetchWithin(fetch: typeof globalThis.fetch, milliseconds: number): typeof globalThis.fetch {
  return (input, init = {}) => {
    const limit = new AbortController();
    const given = init.signal;
    if (given?.aborted) limit.abort(given.reason);
    given?.addEventListener("abort", () => limit.abort(given.reason), { once: true });
    setTimeout(
      () => limit.abort(new DOMException("the answer took too long", "TimeoutError")),
      milliseconds,
    ).unref();
    return fetch(input, { ...init, signal: limit.signal });
  };
}
