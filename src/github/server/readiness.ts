import type { AskedGithub } from "./metrics.ts";

/** Whether what is asked of the app would be done, and why not. */
export interface Readiness {
  readonly ready: boolean;
  /** One for each thing that is wrong; words of this program alone, fit for strangers. */
  readonly reasons: readonly string[];
}

/** What the app notes of itself to say whether it is ready. */
export interface ReadinessNotes {
  asked(request: Pick<AskedGithub, "route" | "status">): void;
  swept(outcome: "ended" | "failed"): void;
  /** An entry of the audit log of some kind was written; `failed`: it was not. */
  audited(kind: string): void;
  read(): Readiness;
}

/** A sweep may be late by two intervals before anybody is woken. */
const MOST_INTERVALS = 3;

/**
 * Notes on a process that has just begun. Nothing is asked of GitHub to answer a probe: what counts is how it answered the
 * app's own requests. `sweepMilliseconds` is left out where the process does not sweep.
 */
export function createReadiness({
  isQueueReady,
  sweepMilliseconds,
  now,
}: {
  readonly isQueueReady: () => boolean;
  readonly sweepMilliseconds: number | undefined;
  readonly now: () => Date;
}): ReadinessNotes {
  let credentials: "unknown" | "accepted" | "refused" = "unknown";
  let lastSweep = now().getTime();
  let isAuditTaken = true;

  function reasons(): readonly string[] {
    const age = now().getTime() - lastSweep;
    return [
      ...(credentials === "unknown" ? ["GitHub has not answered the app yet"] : []),
      ...(credentials === "refused" ? ["GitHub refuses the app's credentials"] : []),
      ...(isAuditTaken ? [] : ["the audit log takes no entries"]),
      ...(isQueueReady() ? [] : ["the queue does not answer"]),
      ...(sweepMilliseconds !== undefined && age > sweepMilliseconds * MOST_INTERVALS
        ? [`no sweep came through for ${Math.floor(age / 60_000)} minutes`]
        : []),
    ];
  }

  return {
    asked({ route, status }) {
      if (!AS_APP.test(route) || status === undefined) return;
      if (status < 300) credentials = "accepted";
      if (status === 401 || (status === 404 && route === "GET /app")) credentials = "refused";
    },
    swept(outcome) {
      if (outcome === "ended") lastSweep = now().getTime();
    },
    audited(kind) {
      isAuditTaken = kind !== "failed";
    },
    read() {
      const found = reasons();
      return { ready: found.length === 0, reasons: found };
    },
  };
}

/** Requests made with the app's own key. */
const AS_APP = /^(?:GET|POST) \/app(?:\/|$)/;
