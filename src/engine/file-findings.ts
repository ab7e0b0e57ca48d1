import type { FileProblem } from "../model/document.ts";
import type { Finding } from "../model/generated/report.ts";
import { fingerprint } from "./fingerprint.ts";

const TITLES: Readonly<Record<FileProblem["stage"], string>> = {
  syntax: "The file cannot be read",
  schema: "The file has another shape than its kind",
  limits: "The file is outside the limits",
  language: "The file contradicts itself or others",
};

/** A problem of a file itself as a finding: it always blocks, since nothing else could be judged. */
export function fileFinding(problem: FileProblem, rule = `manifest-${problem.stage}`): Finding {
  const { file, line, column, end_line, end_column } = problem.location;
  return {
    rule,
    clause: null,
    title: TITLES[problem.stage],
    policy: null,
    severity: "critical",
    outcome: "fail",
    effect: "block",
    state: "open",
    manifest: null,
    subject: problem.pointer,
    fact: null,
    location: { file, line, column, end_line, end_column },
    related: [],
    rests_on: [],
    message: problem.message,
    why: null,
    help: problem.help,
    basis: [],
    missing: [],
    path: [],
    alternatives: [],
    fix: null,
    fingerprint: fingerprint({
      rule,
      manifest: file,
      subject: problem.pointer,
      facts: [],
      value: problem.message,
    }),
    waiver: null,
    waivable: false,
    upcoming: null,
    dates: [],
  };
}
