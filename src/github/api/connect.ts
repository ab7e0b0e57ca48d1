import type { Probot } from "probot";
import { inLane } from "../queue/write-lanes.ts";
import { atMost } from "../review/at-most.ts";
import { policyDate } from "../review/dates.ts";
import type { AppContext } from "../server/app-context.ts";
import { createApp, type Pace } from "../server/create-app.ts";
import type { AskedGithub } from "../server/metrics.ts";
import type { ServeConfiguration } from "../settings/configuration-from-environment.ts";
import type { Credentials } from "../settings/read-credentials.ts";
import { createCaches } from "./caches.ts";
import type { Client } from "./client.ts";
import { clientOfOctokit } from "./client-of-octokit.ts";
import { lackingPermissions } from "./lacking-permissions.ts";
import { nameLacking, permissionsOf } from "./name-lacking.ts";
import { once } from "./once.ts";
import { readIdentity } from "./read-identity.ts";

/** GitHub as this app sees it. */
export interface Connection {
  readonly probot: Probot;
  /** GitHub with the rights of the app itself. */
  asApp(): Promise<Client>;
  /** What every piece of work is given; fails while GitHub does not say who the app is. */
  context(): Promise<AppContext>;
}

type Parts = Pick<AppContext, "reviewer" | "log" | "metrics" | "audit" | "now" | "enqueue"> & {
  readonly pace: Pace | undefined;
  /** The way to GitHub; the global `fetch` where left out. */
  readonly fetch?: typeof fetch | undefined;
  /** Told of every request once it is answered. */
  readonly seen: (request: AskedGithub) => void;
  /** Resolves when a write may be sent for an installation. */
  readonly turnToWrite: (installation: number) => Promise<void>;
};

/** Connects to GitHub by the app's credentials. Nothing is asked of it before something has to be known. */
export async function connect(
  configuration: Pick<ServeConfiguration, "apiUrl" | "asOf"> & { readonly credentials: Credentials },
  { pace, fetch, seen, turnToWrite, ...work }: Parts,
): Promise<Connection> {
  const probot = await createApp(configuration, work.log, { pace, fetch, seen });
  const asApp = async () => clientOfOctokit(await probot.auth());
  const identity = once(async () => readIdentity(await asApp()));
  const caches = createCaches();
  const alone = atMost(1);
  const begun = new Set<number>();

  /** Of the token that is in use: nothing is asked of GitHub for it where there is one. */
  async function lacking(installation: number): Promise<readonly string[]> {
    const octokit = await probot.auth(installation);
    const granted = permissionsOf(await octokit.auth({ type: "installation" }));
    return granted ? lackingPermissions(granted) : [];
  }

  async function client(installation: number): Promise<Client> {
    const plain = clientOfOctokit(await probot.auth(installation));
    const named = nameLacking(plain, () => lacking(installation));
    return pace?.throttle === false ? named : inLane(named, () => turnToWrite(installation));
  }

  return {
    probot,
    asApp,
    context: async () => ({
      ...work,
      identity: await identity(),
      caches,
      alone,
      begun,
      today: () => configuration.asOf ?? policyDate(work.now()),
      client,
      lacking,
    }),
  };
}
