/** A run of lines of the new file that a diff shows, both ends included. */
export interface Shown {
  readonly first: number;
  readonly last: number;
}

/** The lines of the new file that the hunks of a patch show, one run for each hunk. GitHub takes a comment on no other. */
export function shownLines(patch: string): readonly Shown[] {
  const heads = patch.matchAll(/^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/gm);
  return [...heads].flatMap(([, start = "", count = "1"]) => {
    const first = Number(start);
    return Number(count) === 0 ? [] : { first, last: first + Number(count) - 1 };
  });
}

/** Whether lines stand in one of the runs, all of them. */
export function isShown(shown: readonly Shown[], line: number, endLine: number): boolean {
  return shown.some(({ first, last }) => first <= line && endLine <= last);
}
