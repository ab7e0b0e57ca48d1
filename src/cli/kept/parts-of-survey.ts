import { digestOf } from "../../workspace/kept/digest-of.ts";
import type { Survey } from "../survey-folder.ts";

/** Everything a survey found that a run may depend on, as parts of the key its output is kept under. */
export function partsOfSurvey({ root, policies, files, sources }: Survey): readonly (string | Uint8Array)[] {
  const stands = sources.flatMap(({ file, mode, bytes }) => [file, mode, bytes]);
  return [root, policies, digestOf(files), ...stands];
}
