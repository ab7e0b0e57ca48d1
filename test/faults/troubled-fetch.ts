import { createRandom } from "./random.ts";

/** A way to the network that names its client, sometimes resolves no name, and can be cut for good. */
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
  const never = new Promise<never>(() => {});
  return async (input, init = {}) => {
    if (isCut()) return never;
    if (random.chance(nameFailures)) {
      const cause = Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" });
      throw new TypeError("fetch failed", { cause });
    }
    const headers = new Headers(init.headers);
    headers.set("user-agent", agent);
    const answer = await fetch(input, { ...init, headers }).catch((error: unknown) => {
      if (isCut()) return never;
      throw error;
    });
    return isCut() ? never : answer;
  };
}
