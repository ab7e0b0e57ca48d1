import { at } from "../api/answer.ts";
import { CHECK_NAME } from "./check-identity.ts";

/** A check under this app's name that another app wrote. */
export interface ForeignCheck {
  readonly repository: string;
  readonly commit: string;
  /** Number of the app that wrote it. */
  readonly by: number;
}

/**
 * Tells of an event that somebody else writes checks under our name. It passes nobody where the rule names this app, and
 * everybody where it does not: so an operator has to hear of it.
 */
export function foreignCheck(event: string, payload: unknown, app: number): ForeignCheck | undefined {
  const by = at(payload, "check_run", "app", "id");
  const [repository, commit] = [at(payload, "repository", "full_name"), at(payload, "check_run", "head_sha")];
  if (event !== "check_run" || at(payload, "check_run", "name") !== CHECK_NAME) return undefined;
  if (typeof by !== "number" || by === app) return undefined;
  return typeof repository === "string" && typeof commit === "string"
    ? { repository, commit, by }
    : undefined;
}
