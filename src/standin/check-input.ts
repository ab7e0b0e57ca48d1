import type { JsonObject } from "../model/document.ts";
import { badRequest, validationFailed } from "./api.ts";
import { integerField, isObject, objectsField, requiredText, textField } from "./body-fields.ts";
import type { Annotation, CheckAction, CheckRun } from "./world.ts";

const STATUSES = ["queued", "in_progress", "completed"];
const CONCLUSIONS = ["success", "failure", "neutral", "cancelled", "skipped", "timed_out", "action_required"];
const LEVELS = ["notice", "warning", "failure"] as const;
/** Characters by the schema, and bytes by the database: Hebrew and Arabic reach the second first. */
const LONGEST_OUTPUT = 65_535;
const ANNOTATIONS = 50;
const ACTIONS = 3;

/** What a request changes in a check run, validated as GitHub does; annotations come on top. */
export interface CheckChange {
  readonly values: Partial<
    Omit<CheckRun, "id" | "appId" | "suite" | "headSha" | "annotations" | "startedAt" | "completedAt">
  >;
  readonly startedAt: number | undefined;
  readonly completedAt: number | undefined;
  readonly annotations: readonly Annotation[];
}

/** Reads the body of a check run's creation or update. Throws 422 for what GitHub refuses. */
export function readCheckChange(body: JsonObject): CheckChange {
  const conclusion = oneOf(body, "conclusion", CONCLUSIONS);
  const status = conclusion === undefined ? oneOf(body, "status", STATUSES) : "completed";
  if (status === "completed" && conclusion === undefined) {
    throw badRequest('"conclusion" wasn\'t supplied for a completed check run.');
  }
  const output = body.output ?? {};
  if (!isObject(output)) throw badRequest("For 'output', a value is not an object.");
  const written = body.output !== undefined && body.output !== null;
  if (written && textField(output, "title") === undefined) throw badRequest('"title" wasn\'t supplied.');
  if (written && textField(output, "summary") === undefined) throw badRequest('"summary" wasn\'t supplied.');
  const [summary, text] = [outputText(output, "summary"), outputText(output, "text")];
  return {
    values: definedOnly({
      name: textField(body, "name"),
      status,
      conclusion: conclusion ?? (status === undefined ? undefined : null),
      externalId: textField(body, "external_id"),
      detailsUrl: textField(body, "details_url"),
      title: textField(output, "title"),
      summary,
      text,
      actions:
        body.actions === undefined ? undefined : objectsField(body, "actions", ACTIONS).map(readAction),
    }),
    startedAt: timeField(body, "started_at"),
    completedAt: timeField(body, "completed_at"),
    annotations: objectsField(output, "annotations", ANNOTATIONS).map(readAnnotation),
  };
}

function readAnnotation(body: JsonObject): Annotation {
  const level = oneOf(body, "annotation_level", LEVELS);
  const [start, end] = [integerField(body, "start_line"), integerField(body, "end_line")];
  if (level === undefined) throw badRequest('"annotation_level" wasn\'t supplied.');
  if (start === undefined || end === undefined)
    throw badRequest('"start_line" or "end_line" wasn\'t supplied.');
  if (start < 1 || end < start)
    throw validationFailed("CheckRun", "annotations", "end_line precedes start_line");
  const [from, to] = [integerField(body, "start_column"), integerField(body, "end_column")];
  if ((from !== undefined || to !== undefined) && start !== end) {
    throw validationFailed(
      "CheckRun",
      "annotations",
      "columns are only allowed where start and end line are equal",
    );
  }
  const title = textField(body, "title");
  if ((title ?? "").length > 255)
    throw validationFailed("CheckRun", "title", "title is too long (255 characters)");
  const [message, details] = [requiredText(body, "message"), textField(body, "raw_details")];
  if (Buffer.byteLength(message) > 65_536 || Buffer.byteLength(details ?? "") > 65_536) {
    throw validationFailed("CheckRun", "annotations", "message and raw_details hold at most 64 KB");
  }
  return {
    path: requiredText(body, "path"),
    start_line: start,
    end_line: end,
    start_column: from ?? null,
    end_column: to ?? null,
    annotation_level: level,
    message,
    title: title ?? null,
    raw_details: details ?? null,
  };
}

function readAction(body: JsonObject): CheckAction {
  const read = (name: string, most: number): string => {
    const value = requiredText(body, name);
    if (value.length <= most) return value;
    throw badRequest(`Only ${most} characters are allowed; ${value.length} were supplied.`);
  };
  return {
    label: read("label", 20),
    description: read("description", 40),
    identifier: read("identifier", 20),
  };
}

function outputText(output: JsonObject, name: "summary" | "text"): string | undefined {
  const value = textField(output, name);
  if (value === undefined) return undefined;
  if (value.length > LONGEST_OUTPUT) {
    throw badRequest(`Only ${LONGEST_OUTPUT} characters are allowed; ${value.length} were supplied.`);
  }
  if (Buffer.byteLength(value) > LONGEST_OUTPUT) {
    throw validationFailed("CheckRun", name, `${name} exceeds a maximum bytesize of ${LONGEST_OUTPUT}`);
  }
  return value;
}

function oneOf<T extends string>(body: JsonObject, name: string, allowed: readonly T[]): T | undefined {
  const value = textField(body, name);
  if (value === undefined) return undefined;
  const known = allowed.find((other) => other === value);
  if (known === undefined)
    throw badRequest(
      `For '${name}', ${JSON.stringify(value)} is not a member of ${JSON.stringify(allowed)}.`,
    );
  return known;
}

function timeField(body: JsonObject, name: string): number | undefined {
  const value = textField(body, name);
  if (value === undefined) return undefined;
  const time = Date.parse(value);
  if (Number.isNaN(time)) throw badRequest(`For '${name}', "${value}" is not a valid date-time.`);
  return time;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function definedOnly<T extends object>(values: T): Defined<T> {
  // The filter removes exactly the keys whose value is undefined, which is what the type says.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}
