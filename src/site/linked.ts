/** Markdown as a link, where there is an address to lead to. */
export function linked(markdown: string, url: string | null | undefined): string {
  return url == null ? markdown : `[${markdown}](${destination(url)})`;
}

/** What Markdown would read as the end of an address or a cell, written out. */
function destination(url: string): string {
  return url.replace(/[()\\|`<>]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
