import type { Answers, Request } from "./protocol.ts";

/** A worker that answers one request after another, and is replaced where it takes too long. */
export interface Engine {
  ask<R extends Request>(request: R): Promise<Answers[R["kind"]]>;
}

/** Why a request got no answer: it took longer than the limit, or the engine failed. */
export class EngineError extends Error {
  readonly reason: "too-long" | "failed";
  constructor(reason: EngineError["reason"], message: string) {
    super(message);
    this.reason = reason;
  }
}

/**
 * An engine in a worker of its own. `opening` is sent to each worker first, the replacement of a stopped one
 * included; a request is given `limit` milliseconds.
 */
export function startEngine(script: string, opening: Request, limit: number): Engine {
  let worker: Worker | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  async function answerTo(request: Request): Promise<unknown> {
    if (worker === undefined) {
      worker = new Worker(script, { type: "module" });
      // Loading and opening take as long as the device and its connection need.
      if (request.kind !== "open") await sent(worker, opening, limit * 10);
    }
    try {
      return await sent(worker, request, request.kind === "open" ? limit * 10 : limit);
    } catch (error) {
      worker.terminate();
      worker = undefined;
      throw error;
    }
  }

  return {
    ask<R extends Request>(request: R) {
      const answer = queue.then(() => answerTo(request));
      queue = answer.catch(() => undefined);
      // The worker answers each kind of request with its kind of answer.
      return answer as Promise<Answers[R["kind"]]>;
    },
  };
}

function sent(worker: Worker, request: Request, limit: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new EngineError("too-long", `no answer within ${limit} ms`)),
      limit,
    );
    worker.onmessage = ({ data }: MessageEvent<{ answer?: unknown; failure?: string }>) => {
      clearTimeout(timer);
      if (data.failure === undefined) resolve(data.answer);
      else reject(new EngineError("failed", data.failure));
    };
    worker.onerror = (event) => {
      clearTimeout(timer);
      reject(new EngineError("failed", event.message));
    };
    worker.postMessage(request);
  });
}
