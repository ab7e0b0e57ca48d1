/** A path as part of a URI: every segment escaped, also what Markdown reads as an end; unpaired surrogates replaced. */
export function uriPath(file: string): string {
  return file
    .replace(/\p{Cs}/gu, "\uFFFD")
    .split("/")
    .map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, percent))
    .join("/");
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
