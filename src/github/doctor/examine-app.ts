import { at } from "../api/answer.ts";
import { SUBSCRIBED_EVENTS } from "../api/subscribed-events.ts";
import { type Diagnosis, well, wrong } from "./diagnosis.ts";
import { examinePermissions } from "./examine-permissions.ts";

/** GitHub's answer to who the app is, or the error in its place, with its headers. */
export interface AskedIdentity {
  readonly answer: unknown;
  readonly headers: unknown;
  readonly status: number | undefined;
  /** Why there was no answer at all. */
  readonly reason: string;
}

/** GitHub turns down what is dated a minute or more ahead. */
const MOST_SECONDS_OFF = 30;

/** Credentials, clock, permissions and events, by what GitHub says the app is. */
export function examineApp(
  asked: AskedIdentity,
  { now, apiUrl }: { readonly now: Date; readonly apiUrl: string },
): readonly Diagnosis[] {
  const { answer, status, reason } = asked;
  if (status === undefined) {
    return [
      wrong(
        `GitHub cannot be reached at \`${apiUrl}\` (${reason})`,
        "check `GITHUB_API_URL`, the network, and proxies; nothing else of GitHub could be looked at",
      ),
    ];
  }
  const clock = examineClock(at(asked.headers, "date"), now);
  if (status >= 300) return [...clock, refused(status)];
  const permissions = at(answer, "permissions");
  return [
    ...clock,
    well(`GitHub knows the app as \`${at(answer, "slug")}\``),
    ...examinePermissions(
      "the app's registration",
      typeof permissions === "object" && permissions !== null ? { ...permissions } : {},
      "grant it in the app's settings under Permissions & events, and let each installation accept it",
    ),
    ...examineEvents(at(answer, "events")),
  ];
}

function refused(status: number): Diagnosis {
  if (status === 401 || status === 404) {
    return wrong(
      `GitHub does not accept the app's key (status ${status})`,
      "check that `APP_ID` and the private key are of one app, that `GITHUB_API_URL` is that app's server, and the clock",
    );
  }
  return wrong(`GitHub answers with status ${status}`, "try again later; githubstatus.com may say why");
}

function examineClock(date: unknown, now: Date): readonly Diagnosis[] {
  const there = Date.parse(typeof date === "string" ? date : "");
  if (Number.isNaN(there)) return [];
  const seconds = Math.round((now.getTime() - there) / 1_000);
  if (Math.abs(seconds) <= MOST_SECONDS_OFF) return [well("the clock agrees with GitHub's")];
  const direction = seconds > 0 ? "ahead of" : "behind";
  return [
    wrong(
      `the clock is ${Math.abs(seconds)} seconds ${direction} GitHub's`,
      "set it by a time server: GitHub takes no key that is dated wrong",
    ),
  ];
}

function examineEvents(subscribed: unknown): readonly Diagnosis[] {
  const known = Array.isArray(subscribed) ? subscribed : [];
  const missing = SUBSCRIBED_EVENTS.filter((event) => !known.includes(event));
  return missing.length === 0
    ? [well("the app is subscribed to every event it needs")]
    : missing.map((event) =>
        wrong(
          `the app is not subscribed to \`${event}\``,
          "tick it in the app's settings under Permissions & events; until then the sweep alone notices",
        ),
      );
}
