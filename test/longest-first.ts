import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take longest, those that mostly wait before those that compute; the others follow as Vitest puts them. */
const LONGEST = [
  "shows/app-process",
  "browser/check-page",
  "web/site",
  "web/browser",
  "cli/pages",
  "rules/compare/brute-force",
  "faults/faults",
  "github/faults",
  "browser/check-engine",
  "guides",
  "github/policy-review",
  "engine/two-dates",
  "change/impact-property",
  "github/submitted-files",
  "shows/demo",
  "web/hostile",
];

/** Begins with what takes longest, so that no worker is left with a long file when the others are done. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const index = LONGEST.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return index === -1 ? LONGEST.length : index;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
