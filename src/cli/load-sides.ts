import { type LoadedBundle, loadBundle } from "../engine/load-bundle.ts";
import type { ChangeSide } from "./change-side.ts";
import type { Io } from "./io.ts";
import { printProblems } from "./print-problems.ts";
import { UsageError } from "./usage-error.ts";

/** Two sides that are sound; or the exit code, what is wrong with one of them printed. */
export type LoadedSides =
  | { readonly ok: true; readonly before: LoadedBundle["bundle"]; readonly after: LoadedBundle["bundle"] }
  | { readonly ok: false; readonly code: number };

/** Loads both sides. What is not sound is not compared. */
export function loadSides(before: ChangeSide, after: ChangeSide, io: Io): LoadedSides {
  const loaded = [before, after].map((side) => ({ side, ...loadBundle(side.sources, { gate: false }) }));
  for (const { side, bundle, problems } of loaded) {
    if (problems.length > 0) {
      io.err(`${side.label} is not sound:\n`);
      return { ok: false, code: printProblems(problems, side.sources, io) };
    }
    if (bundle.policyDocuments.length === 0)
      throw new UsageError(`${side.label} holds no policy`, "name a commit or a folder with `policies/`");
  }
  const [old, now] = loaded;
  if (old === undefined || now === undefined) throw new Error("there are two sides");
  return { ok: true, before: old.bundle, after: now.bundle };
}
