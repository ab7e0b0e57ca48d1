import { openImpactBase } from "../../change/impact/impact-base.ts";
import { impactOf } from "../../change/impact/impact-of.ts";
import { classifyPaths } from "../../engine/classify-path.ts";
import { effectRank } from "../../engine/effect-order.ts";
import type { Submitted } from "../../engine/submitted.ts";
import type { Impact } from "../../model/impact.ts";
import type { Effect } from "../../model/rule.ts";
import { loadDocument } from "../../parse/load-document.ts";
import { renderImpactMarkdown } from "../../render/impact-markdown.ts";
import { renderImpactText } from "../../render/impact-text.ts";
import { asOf } from "../as-of.ts";
import { changeSides } from "../change-side.ts";
import { CLEAN, FOUND, type Io } from "../io.ts";
import { loadSides } from "../load-sides.ts";

export interface ImpactCommandOptions {
  readonly asOf?: string;
  readonly format: "text" | "json" | "markdown";
  readonly failOn: Effect;
}

/** Prints what a change does to the manifests of its base. Found is a system that newly fails with an effect at or above the threshold. */
export function impact(
  base: string,
  head: string | undefined,
  options: ImpactCommandOptions,
  io: Io,
): number {
  const date = asOf(options.asOf, io);
  const { before, after } = changeSides(base, head, io);
  const sides = loadSides(before, after, io);
  if (!sides.ok) return sides.code;
  const classOf = classifyPaths(sides.before.configuration.manifests);
  const submitted = before.sources
    .filter(({ file }) => classOf(file) === "manifest")
    .map(
      (source): Submitted => ({ source, loaded: loadDocument(source, { gate: false, kind: "Manifest" }) }),
    );
  const found = impactOf(openImpactBase(sides.before, submitted), sides.after, { asOf: date });
  io.out(RENDERERS[options.format](found));
  return breaks(found, options.failOn) ? FOUND : CLEAN;
}

const RENDERERS: Readonly<Record<ImpactCommandOptions["format"], (of: Impact) => string>> = {
  text: renderImpactText,
  markdown: renderImpactMarkdown,
  json: (of) => `${JSON.stringify(of, null, 2)}\n`,
};

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
