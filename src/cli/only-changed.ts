import { changedSince } from "../workspace/git.ts";
import type { Io } from "./io.ts";
import type { Workspace } from "./open-workspace.ts";
import type { Selection } from "./select-manifests.ts";

/**
 * What of a selection has changed since a commit. Where files changed that others are judged by, it says that
 * unchanged manifests were left out all the same.
 */
export function onlyChanged(selection: Selection, since: string, workspace: Workspace, io: Io): Selection {
  const { root, classOf, files } = workspace;
  const changed = new Set(changedSince(root, since));
  const judgedBy = [...changed].filter((file) => JUDGED_BY.has(classOf(file)));
  if (judgedBy.length > 0) {
    const [first] = judgedBy;
    const more = judgedBy.length > 1 ? ` and ${judgedBy.length - 1} more` : "";
    io.err(`\`${first}\`${more} changed too: unchanged manifests may have other findings now\n`);
  }
  const beside = selection.beside === "all" ? files : [...selection.beside];
  return {
    manifests: selection.manifests.filter((file) => changed.has(file)),
    others: selection.others.filter((file) => changed.has(file)),
    beside: new Set(beside.filter((file) => changed.has(file))),
  };
}

const JUDGED_BY: ReadonlySet<string> = new Set([
  "policy",
  "registry",
  "plan",
  "configuration",
  "overlay",
  "arrangement",
  "waiver",
  "approval",
]);
