import { openImpactBase } from "../../change/impact/impact-base.ts";
import { impactOf } from "../../change/impact/impact-of.ts";
import { classifyPaths } from "../../engine/classify-path.ts";
import { effectRank } from "../../engine/effect-order.ts";
import type { Submitted } from "../../engine/submitted.ts";
import type { Impact } from "../../model/impact.ts";
import type { Language } from "../../model/language.ts";
import type { Effect } from "../../model/rule.ts";
import { loadDocument } from "../../parse/load-document.ts";
import { renderImpactMarkdown } from "../../render/impact-markdown.ts";
import { renderImpactText } from "../../render/impact-text.ts";
import { asOf } from "../as-of.ts";
import { type ChangeSide, changeSides } from "../change-side.ts";
import { CLEAN, FOUND, type Io } from "../io.ts";
import { repeatOrRun } from "../kept/repeat-or-run.ts";
import { loadSides } from "../load-sides.ts";

export interface ImpactCommandOptions {
  readonly asOf?: string;
  readonly format: "text" | "json" | "markdown";
  readonly failOn: Effect;
  readonly lang: Language;
  readonly cache: boolean;
}

/** Prints what a change does to the manifests of its base. Found is a system that newly fails with an effect at or above the threshold. */
export async function impact(
  base: string,
  head: string | undefined,
  options: ImpactCommandOptions,
  io: Io,
): Promise<number> {
  const date = asOf(options.asOf, io);
  const { before, after } = changeSides(base, head, io);
  const run = (io: Io) => impactAfresh(before, after, { ...options, date }, io);
  if (!options.cache) return run(io);
  const asked = JSON.stringify([date, options.format, options.failOn, options.lang]);
  return repeatOrRun(["impact", asked, ...partsOfSide(before), ...partsOfSide(after)], io, run);
}

function impactAfresh(
  before: ChangeSide,
  after: ChangeSide,
  { date, ...options }: ImpactCommandOptions & { readonly date: string },
  io: Io,
): number {
  const sides = loadSides(before, after, io);
  if (!sides.ok) return sides.code;
  const classOf = classifyPaths(sides.before.configuration.manifests);
  const submitted = before.sources
    .filter(({ file }) => classOf(file) === "manifest")
    .map(
      (source): Submitted => ({ source, loaded: loadDocument(source, { gate: false, kind: "Manifest" }) }),
    );
  const found = impactOf(openImpactBase(sides.before, submitted), sides.after, {
    asOf: date,
    language: options.lang,
  });
  io.out(RENDERERS[options.format](found, options.lang));
  return breaks(found, options.failOn) ? FOUND : CLEAN;
}

const RENDERERS: Readonly<
  Record<ImpactCommandOptions["format"], (of: Impact, language: Language) => string>
> = {
  text: renderImpactText,
  markdown: (of, language) => renderImpactMarkdown(of, { language, said: language }),
  json: (of) => `${JSON.stringify(of, null, 2)}\n`,
};

/** Everything of a side that the result may depend on, as parts of a key. */
function partsOfSide({ label, sources, commit, policiesOnly }: ChangeSide): readonly (string | Uint8Array)[] {
  const side = JSON.stringify([label, commit ?? null, policiesOnly, sources.length]);
  return [side, ...sources.flatMap(({ file, mode, bytes }) => [file, mode, bytes])];
}

/** Whether anything newly fails, or is newly undecided, on any of the dates. */
function breaks({ dates }: Impact, failOn: Effect): boolean {
  return dates.some(({ flips }) =>
    flips.some(
      ({ kind, after }) =>
        (kind === "newly-failing" || kind === "newly-unknown") &&
        after.effect !== null &&
        effectRank(after.effect) >= effectRank(failOn),
    ),
  );
}
