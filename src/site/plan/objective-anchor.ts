/** The place of an objective on the page of the plan. */
export function objectiveAnchor(id: string): string {
  return `objective-${id.toLowerCase()}`;
}
