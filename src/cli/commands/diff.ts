import { compareVersions } from "../../change/compare-versions.ts";
import { compareBundles } from "../../change/review-policies.ts";
import { loadBundle } from "../../engine/load-bundle.ts";
import type { FileProblem } from "../../model/document.ts";
import type { Language } from "../../model/language.ts";
import type { SetChange } from "../../model/set-change.ts";
import type { Source } from "../../model/source.ts";
import { renderProblem } from "../../render/render-problem.ts";
import { renderProblemsMarkdown } from "../../render/render-problems-markdown.ts";
import { renderSetChangeMarkdown } from "../../render/set-change-markdown.ts";
import { renderSetChangeText } from "../../render/set-change-text.ts";
import { findRoot } from "../../workspace/find-root.ts";
import { asOf } from "../as-of.ts";
import { type ChangeSide, changeSides } from "../change-side.ts";
import { CLEAN, FOUND, type Io } from "../io.ts";
import { loadSides } from "../load-sides.ts";
import {
  type PolicyVersion,
  policyFile,
  publishedVersions,
  readPolicyVersion,
  versionSide,
} from "../policy-versions.ts";
import { printProblems } from "../print-problems.ts";
import { UsageError } from "../usage-error.ts";

export interface DiffOptions {
  readonly asOf?: string;
  readonly format: "text" | "json" | "markdown";
  readonly lang: Language;
}

/**
 * Prints how two sets of policies compare, or two versions of one policy. Found is what refuses the change: a
 * version, a changelog, a notice or a translation that is not in order.
 */
export function diff(base: string, head: string | undefined, options: DiffOptions, io: Io): number {
  const date = asOf(options.asOf, io);
  const [from, to] = [readPolicyVersion(base), head === undefined ? undefined : readPolicyVersion(head)];
  if (from !== undefined) return diffVersions(from, head, to, { ...options, date }, io);
  const { before, after } = changeSides(base, head, io);
  const sides = loadSides(before, after, io);
  if (!sides.ok) return sides.code;
  const published = publishedBefore(before, after, io);
  const { change, problems } = compareBundles(sides.before, sides.after, {
    asOf: date,
    language: options.lang,
    published,
  });
  print(change, problems, { ...options, sources: after.sources }, io);
  return problems.length === 0 ? CLEAN : FOUND;
}

function diffVersions(
  from: PolicyVersion,
  head: string | undefined,
  to: PolicyVersion | undefined,
  { date, format, lang }: DiffOptions & { readonly date: string },
  io: Io,
): number {
  if (to === undefined || to.policy !== from.policy) {
    const help = `write both as POLICY@VERSION of one policy, such as ${from.policy}@${from.version} ${from.policy}@2.0.0`;
    throw new UsageError(`\`${head ?? ""}\` is no version of \`${from.policy}\``, help);
  }
  const [before, after] = [versionSide(from, io), versionSide(to, io)];
  const loaded = [before, after].map((side) => ({ side, ...loadBundle(side.sources, { gate: false }) }));
  for (const { side, problems } of loaded) {
    // Others may need what this version did not have yet; they are not compared.
    const own = problems.filter(({ location }) => location.file === policyFile(from.policy));
    if (own.length === 0) continue;
    io.err(`${side.label} cannot be read by this version of bylaw:\n`);
    return printProblems(own, side.sources, io);
  }
  const [old, now] = loaded.map(({ bundle }) => bundle);
  if (old === undefined || now === undefined) throw new Error("there are two sides");
  const change = compareVersions(from.policy, old, now, date)(lang);
  print(change, [], { format, lang, sources: after.sources }, io);
  return CLEAN;
}

/** The versions that commits up to the base gave to policies that differ; none where the base is no commit. */
function publishedBefore(
  before: ChangeSide,
  after: ChangeSide,
  io: Io,
): ReadonlyMap<string, readonly string[]> {
  const { commit } = before;
  if (commit === undefined) return new Map();
  const root = findRoot(io.cwd);
  const old = new Map(before.sources.map(({ file, bytes }) => [file, bytes]));
  const changed = after.sources.flatMap(({ file, bytes }) => {
    const [, policy] = /^policies\/([^/]+)\/policy\.yaml$/.exec(file) ?? [];
    const earlier = old.get(file);
    return policy === undefined || earlier === undefined || Buffer.compare(earlier, bytes) === 0
      ? []
      : [policy];
  });
  return new Map(changed.map((policy) => [policy, [...publishedVersions(root, policy, commit).keys()]]));
}

function print(
  change: SetChange,
  problems: readonly FileProblem[],
  { format, lang, sources }: Pick<DiffOptions, "format" | "lang"> & { readonly sources: readonly Source[] },
  io: Io,
): void {
  if (format === "json") io.out(`${JSON.stringify({ ...change, problems }, null, 2)}\n`);
  else if (format === "markdown")
    io.out(
      [renderSetChangeMarkdown(change, lang), renderProblemsMarkdown(problems, lang)]
        .filter(Boolean)
        .join("\n"),
    );
  else {
    const text = (file: string) => {
      const source = sources.find((candidate) => candidate.file === file);
      return source && new TextDecoder().decode(source.bytes);
    };
    const options = { text, color: io.terminal && !io.env.NO_COLOR, language: lang };
    io.out(
      [renderSetChangeText(change, lang), ...problems.map((one) => renderProblem(one, options))].join("\n"),
    );
  }
}
