import { Gauge, type Registry } from "prom-client";

/** One installation's budget as GitHub stated it last. */
interface Budget {
  readonly installation: number;
  readonly resource: string;
  readonly remaining: number;
}

/** More installations than this share one series, which shows the last of theirs that was read. */
const MOST_INSTALLATIONS = 100;

/** Adds the gauge of what is left of GitHub's hourly budget, and gives the way to set it. */
export function rateLimitGauge(registry: Registry): (budget: Budget) => void {
  const gauge = new Gauge({
    name: "bylaw_github_rate_limit_remaining",
    help: "Requests or points left of an installation's hourly budget",
    labelNames: ["installation", "resource"],
    registers: [registry],
  });
  const known = new Set<number>();
  return ({ installation, resource, remaining }) => {
    if (known.size < MOST_INSTALLATIONS) known.add(installation);
    const label = known.has(installation) ? `${installation}` : "others";
    gauge.set({ installation: label, resource: RESOURCES.has(resource) ? resource : "other" }, remaining);
  };
}

/** GitHub's names of budgets that this app draws on. */
const RESOURCES: ReadonlySet<string> = new Set(["core", "graphql"]);
