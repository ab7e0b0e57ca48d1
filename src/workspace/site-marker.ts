/** Left in every folder that a build of the site fills. */
export const SITE_MARKER = ".bylaw-site";

/** Tells of files of a folder whether they are the site's: copies of what stands elsewhere. */
export function inBuiltSite(files: readonly string[]): (file: string) => boolean {
  const folders = files.flatMap((file) =>
    file === SITE_MARKER || file.endsWith(`/${SITE_MARKER}`) ? [file.slice(0, -SITE_MARKER.length)] : [],
  );
  return (file) => folders.some((folder) => file.startsWith(folder));
}
