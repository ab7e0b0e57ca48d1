import { relative, resolve } from "node:path";
import type { Language } from "../../model/language.ts";
import type { Effect } from "../../model/rule.ts";
import { pathKind } from "../../workspace/path-kind.ts";
import { asOf } from "../as-of.ts";
import { parseFormats } from "../formats.ts";
import type { Io } from "../io.ts";
import { noteReads } from "../kept/note-reads.ts";
import { type KeptSort, openKept } from "../kept/open-kept.ts";
import { partsOfSurvey } from "../kept/parts-of-survey.ts";
import { repeatOrRun } from "../kept/repeat-or-run.ts";
import { type Survey, surveyFolder } from "../survey-folder.ts";
import { UsageError } from "../usage-error.ts";

export interface CheckOptions {
  readonly asOf?: string;
  readonly policies?: string;
  readonly format: string;
  readonly output: readonly string[];
  readonly lang: Language;
  readonly failOn: Effect;
  readonly fix: boolean;
  readonly gate: boolean;
  readonly cache: boolean;
  /** How many threads judge; left out, as many as there are processors where there is much to judge. */
  readonly threads?: number;
  readonly changedSince?: string;
}

/**
 * Evaluates manifests and prints the findings in the formats asked for. A run all of whose inputs are what they
 * were once before says what it said then; only the code that finds that out is loaded here.
 */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  const date = asOf(options.asOf, io);
  const formats = parseFormats(options.format);
  if (options.output.length > formats.length) {
    throw new UsageError("there are more `--output` files than formats", "name a format for each file");
  }
  const survey = surveyFolder(io, options.policies);
  // Says what is damaged there to this run alone, so not through what a later run would repeat.
  const open = (sort: KeptSort) => (options.cache && !options.gate ? openKept(sort, io) : undefined);
  const run = async (survey: Survey, io: Io) => {
    const { checkAfresh } = await import("../check-afresh.ts");
    return checkAfresh(paths, options, { date, formats, survey, open }, io);
  };
  if (!isKept(options)) return run(survey, io);
  const absolute = paths.map((path) => resolve(io.cwd, path));
  const named = absolute.map((path) => [relative(survey.root, path), pathKind(path)]);
  const asked = JSON.stringify([named, date, formats, options.lang, options.failOn]);
  const noted = noteReads(survey);
  return repeatOrRun(["check", asked, ...partsOfSurvey(survey)], io, (io) => run(noted.survey, io), noted);
}

/** What gates a merge, writes files or asks Git rests on more than was kept, or must not rest on it. */
function isKept({ cache, gate, fix, output, changedSince }: CheckOptions): boolean {
  return cache && !gate && !fix && output.length === 0 && changedSince === undefined;
}
