/** The place of a decision on the page of waivers. */
export function waiverAnchor(id: string): string {
  return id.toLowerCase();
}
