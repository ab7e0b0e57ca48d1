import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { QueueDepth } from "../queue/queue.ts";
import { rateLimitGauge } from "./rate-limit-gauge.ts";

/** One answered request to GitHub. `route` is a template, so that no name of a repository is in it. */
export interface AskedGithub {
  readonly route: string;
  readonly status: number | undefined;
  readonly installation: number | undefined;
  /** What is left of the hourly budget, and of which one. */
  readonly budget: { readonly resource: string; readonly remaining: number } | undefined;
}

/** What the app counts about itself. Labels are words of this program and numbers of installations, nothing else. */
export interface Metrics {
  reviewed(review: { readonly result: string; readonly conclusion?: string; readonly seconds: number }): void;
  /** A task failed: it is tried again, or was given up until the next sweep. */
  failed(queue: string, outcome: "again" | "given-up"): void;
  swept(outcome: "ended" | "failed"): void;
  asked(request: AskedGithub): void;
  evaluatorDied(): void;
  answered(status: number): void;
  audited(kind: string): void;
  /** Asks for the number of tasks by state whenever somebody reads the metrics. */
  watchQueue(queue: string, depth: () => Promise<QueueDepth>): void;
  /** In the text format of Prometheus, with its content type. */
  read(): Promise<{ readonly type: string; readonly text: string }>;
}

/** Counters that start at nothing. */
export function createMetrics(now: () => Date): Metrics {
  const registers = [new Registry()] as const;
  const [registry] = registers;
  collectDefaultMetrics({ register: registry });
  const counter = (name: string, help: string, ...labelNames: readonly string[]) =>
    new Counter({ name: `bylaw_${name}`, help, labelNames, registers: [...registers] });

  const reviews = counter(
    "reviews_total",
    "Reviews by how they went and what the check said",
    "result",
    "conclusion",
  );
  const duration = new Histogram({
    name: "bylaw_review_duration_seconds",
    help: "Time a review took, GitHub's answers included",
    labelNames: ["result"],
    buckets: [0.25, 0.5, 1, 2, 5, 10, 30, 60, 120],
    registers: [...registers],
  });
  const failures = counter(
    "task_failures_total",
    "Failed attempts, tried again or given up",
    "queue",
    "outcome",
  );
  const sweeps = counter("sweeps_total", "Sweeps by how they went", "outcome");
  const requests = counter("github_requests_total", "Requests to GitHub", "route", "status");
  const deaths = counter("evaluator_deaths_total", "Evaluations that were killed or died");
  const answers = counter("webhook_answers_total", "Answers to deliveries", "status");
  const entries = counter(
    "audit_entries_total",
    "Entries of the audit log, and those it did not take",
    "kind",
  );
  const limit = rateLimitGauge(registry);

  const started = now().getTime();
  let lastSweep = started;
  new Gauge({
    name: "bylaw_sweep_age_seconds",
    help: "Time since the last sweep that came through, or since the start",
    registers: [...registers],
    collect() {
      this.set((now().getTime() - lastSweep) / 1_000);
    },
  });
  const depths = new Map<string, () => Promise<QueueDepth>>();
  new Gauge({
    name: "bylaw_queue_tasks",
    help: "Tasks in a queue by state",
    labelNames: ["queue", "state"],
    registers: [...registers],
    async collect() {
      for (const [queue, depth] of depths) {
        // A queue that does not answer has no depth; that it does not is what /readyz says.
        for (const [state, count] of Object.entries(await depth().catch(() => ({})))) {
          this.set({ queue, state }, count);
        }
      }
    },
  });

  return {
    reviewed({ result, conclusion = "none", seconds }) {
      reviews.inc({ result, conclusion });
      duration.observe({ result }, seconds);
    },
    failed: (queue, outcome) => failures.inc({ queue, outcome }),
    swept(outcome) {
      if (outcome === "ended") lastSweep = now().getTime();
      sweeps.inc({ outcome });
    },
    asked({ route, status, installation, budget }) {
      requests.inc({ route, status: status ?? "none" });
      if (budget && installation !== undefined) limit({ ...budget, installation });
    },
    evaluatorDied: () => deaths.inc(),
    answered: (status) => answers.inc({ status }),
    audited: (kind) => entries.inc({ kind }),
    watchQueue: (queue, depth) => void depths.set(queue, depth),
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}
