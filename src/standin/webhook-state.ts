import type { JsonObject } from "../model/document.ts";

/** One attempt to deliver an event, as GitHub's deliveries log shows it. */
export interface Delivery {
  readonly id: number;
  /** `X-GitHub-Delivery`; a redelivery reuses it. */
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  readonly deliveredAt: number;
  readonly redelivery: boolean;
  readonly installation: number | null;
  readonly repository: number | null;
  readonly payload: JsonObject;
  readonly signature: string;
  /** Milliseconds. */
  duration: number;
  /** `pending`, `OK`, `timed out`, `failed to connect to host`, or what the receiver said. */
  status: string;
  /** The receiver's status code; 502 where it could not be reached, 504 where it did not answer, 0 while pending. */
  statusCode: number;
  response: string;
}

/**
 * What happens to an event: delivered; delivered twice; `drop`ped (logged as failed, so it can be asked
 * for again); `lose`d without a trace; held until `releaseHeld`, which delivers newest first.
 */
export type DeliveryPlan = "deliver" | "duplicate" | "drop" | "lose" | "hold";

/** The receiver and the log of deliveries. */
export interface WebhookState {
  url: string | undefined;
  plan: (event: string, payload: JsonObject) => DeliveryPlan;
  readonly timeoutMs: number;
  readonly log: Delivery[];
  readonly held: (() => void)[];
  readonly running: Set<Promise<unknown>>;
}
