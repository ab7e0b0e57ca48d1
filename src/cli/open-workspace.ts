import type { Bundle } from "../engine/bundle.ts";
import { classifyPaths, type PathClass } from "../engine/classify-path.ts";
import { loadBundle } from "../engine/load-bundle.ts";
import type { FileProblem } from "../model/document.ts";
import type { Io } from "./io.ts";
import type { Kept } from "./kept/open-kept.ts";
import { type Survey, surveyFolder } from "./survey-folder.ts";

/** The folder a command works on, with what it judges by. */
export interface Workspace extends Survey {
  readonly bundle: Bundle;
  readonly problems: readonly FileProblem[];
  classOf(file: string): PathClass;
}

/** Opens the workspace around the current folder. */
export function openWorkspace(
  io: Io,
  { policies, gate }: { readonly policies?: string | undefined; readonly gate: boolean },
): Workspace {
  return loadWorkspace(surveyFolder(io, policies), { gate });
}

/** Loads what a surveyed folder is judged by; what an earlier run read of it, and kept, is not parsed again. */
export function loadWorkspace(
  survey: Survey,
  options: { readonly gate: boolean; readonly kept?: Kept | undefined },
): Workspace {
  const { bundle, problems } = loadBundle(survey.sources, options);
  options.kept?.write();
  return { ...survey, bundle, problems, classOf: classifyPaths(bundle.configuration.manifests) };
}
