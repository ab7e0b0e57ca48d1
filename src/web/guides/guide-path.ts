/** The page of a guide by its file: `docs/guides/read-a-report.md` is `guides/read-a-report`. */
export function guidePath(file: string): string {
  return `guides/${guideName(file)}`;
}

/** The name of a guide: that of its file, without the ending. */
export function guideName(file: string): string {
  return file.replace(/^.*\//, "").replace(/\.md$/, "");
}
