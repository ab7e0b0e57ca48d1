import { generateKeyPairSync } from "node:crypto";
import { APP_PERMISSIONS } from "../../src/github/api/app-permissions.ts";
import type { Standin } from "../../src/standin/standin.ts";
import { startStandin } from "../../src/standin/start-standin.ts";
import type { TestRedis } from "../github/start-redis.ts";
import { createChronicle } from "./chronicle.ts";
import { followDueReviews } from "./due-reviews.ts";
import { type KeptNodes, keepNodes, type Role } from "./keep-nodes.ts";
import { startMonitor } from "./monitor.ts";
import type { NodeSource } from "./node.ts";
import { createOracle } from "./oracle.ts";
import { createPeople, type People } from "./people.ts";
import { createRandom, type Random } from "./random.ts";
import { atRest, rerunAll } from "./rest.ts";
import { emptyTally, type Tally } from "./tally.ts";

export interface RoundOptions {
  readonly seed: number;
  readonly nodes: 1 | 2;
  /** Whether these only review, and one more node takes the events; of a queue on Redis. */
  readonly isSplit?: boolean;
  readonly installations: 1 | 2;
  readonly source: NodeSource;
  /** Milliseconds a review may be missing once the storm is over. */
  readonly patience: number;
  readonly sweepMilliseconds: number;
  /** Keeps the queue; the memory of each node does where left out. */
  readonly redis?: Pick<TestRedis, "url" | "client">;
}

/** One GitHub, the people who work there, and the app, watched. */
export interface Round {
  readonly github: Standin;
  readonly people: People;
  readonly nodes: KeptNodes;
  readonly random: Random;
  readonly tally: Tally;
  /** Lets GitHub be well again, waits until all is as it must be, and tells what is not. Ends the round. */
  finish(): Promise<Tally>;
}

const APP_ID = 4711;
const SECRET = "9f2c4b7a1d8e6053f1a2b3c4d5e6f708";
const AS_OF = "2026-11-23";
const KEYS = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
});

function rolesOf({ nodes, isSplit = false }: RoundOptions): readonly Role[] {
  const own = Array.from<Role>({ length: nodes }).fill(isSplit ? "worker" : "all");
  return isSplit ? ["web", ...own] : own;
}

/** Starts a round in which nothing goes wrong yet. */
export async function openRound(options: RoundOptions): Promise<Round> {
  const tally = emptyTally();
  const app = {
    id: APP_ID,
    slug: "bylaw",
    publicKey: KEYS.publicKey,
    webhookSecret: SECRET,
    permissions: APP_PERMISSIONS,
  };
  // The caps on listed files are low, so that relying on such a list would show.
  const github = await startStandin({ app, limits: { pullFiles: 1, compareFiles: 1 } });
  const random = createRandom(options.seed);
  const oracle = createOracle(github.world, AS_OF);
  const chronicle = createChronicle(github.world);
  const objections = startMonitor(github, { oracle, chronicle });
  const due = followDueReviews(github, oracle, () => people.repositories);
  const nodes = keepNodes(
    { ...options, roles: rolesOf(options), random: createRandom(options.seed + 1), tally },
    {
      APP_ID: `${APP_ID}`,
      PRIVATE_KEY: KEYS.privateKey,
      WEBHOOK_SECRET: SECRET,
      GITHUB_API_URL: github.url,
      PORT: "0",
      HOST: "127.0.0.1",
      BYLAW_AS_OF: AS_OF,
      LOG_LEVEL: "warn",
      ...(options.redis && { REDIS_URL: options.redis.url }),
    },
  );
  const deliverAll = (): void =>
    github.setDeliveryPlan(() => {
      github.setWebhookUrl(nodes.webhookUrl());
      return "deliver";
    });
  const people = createPeople(github, {
    random,
    installations: options.installations,
    note(repository) {
      chronicle.note(repository);
      due.look(repository);
    },
  });
  deliverAll();
  await nodes.start();
  return {
    github,
    people,
    nodes,
    random,
    tally,
    async finish() {
      github.faults.clear();
      await nodes.calm();
      deliverAll();
      github.releaseHeld();
      const rest = { due, repositories: people.repositories, patience: options.patience, tally };
      await atRest(github, { ...rest, objections });
      await rerunAll(github, rest);
      nodes.close();
      await github.close();
      return tally;
    },
  };
}
