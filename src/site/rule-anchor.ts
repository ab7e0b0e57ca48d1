/** The place of a rule on its page, the same in every language. */
export function ruleAnchor(id: string): string {
  return id.toLowerCase();
}
