import type { AppRegistration, Limits, World } from "./world.ts";

/** GitHub's published limits; requests are counted and only refused where a test lowers their number. */
const GITHUB_LIMITS: Limits = {
  treeEntries: 100_000,
  pullFiles: 3000,
  compareFiles: 300,
  pullCommits: 250,
  patchBytes: 100_000,
  contentsBytes: 1_048_576,
  blobBytes: 104_857_600,
  graphqlTextBytes: 512_000,
  requestsPerHour: 1_000_000,
  deliveries: 5000,
};

/** A world with nothing in it. Ids count up from 1001, so that the same steps give the same ids. */
export function createWorld(options: {
  readonly app: AppRegistration;
  readonly limits: Partial<Limits>;
  readonly now: () => number;
  readonly webhookUrl: string | undefined;
  readonly webhookTimeoutMs: number;
}): World {
  let id = 1000;
  return {
    app: options.app,
    limits: { ...GITHUB_LIMITS, ...options.limits },
    now: options.now,
    accounts: new Map(),
    repositories: new Map(),
    installations: new Map(),
    tokens: new Map(),
    teams: new Map(),
    usage: new Map(),
    listeners: new Set(),
    webhooks: {
      url: options.webhookUrl,
      plan: () => "deliver",
      timeoutMs: options.webhookTimeoutMs,
      log: [],
      held: [],
      running: new Set(),
    },
    nextId: () => {
      id += 1;
      return id;
    },
    url: "",
  };
}
