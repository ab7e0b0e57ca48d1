import { createRandom } from "./random.ts";

/** A way to the network that names its client, sometimes resolves no name, and can be cut for good: it then fails at once. */
export function troubledFetch({
  agent,
  seed,
  nameFailures,
  isCut = () => false,
}: {
  readonly agent: string;
  readonly seed: number;
  readonly nameFailures: number;
  readonly isCut?: () => boolean;
}): typeof fetch {
  const random = createRandom(seed);
  return async (input, init = {}) => {
    if (isCut()) throw cutOff();
    if (random.chance(nameFailures)) {
      const cause = Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" });
      throw new TypeError("fetch failed", { cause });
    }
    const headers = new Headers(init.headers);
    headers.set("user-agent", agent);
    const answer = await fetch(input, { ...init, headers });
    if (isCut()) throw cutOff();
    return answer;
  };
}

/** Octokit keeps requests for tokens for the whole process: one that never ended would hold up the nodes that live. */
function cutOff(): TypeError {
  return new TypeError("fetch failed", { cause: new Error("the node is cut off") });
}
