import { EXAMPLES_AS_OF } from "../../engine/judge-example.ts";
import type { PageExample } from "../../engine/page-examples.ts";

/** An example as the fence a page holds. */
export function fenceOf({ rule, expected, effect, asOf, of, yaml }: PageExample): string {
  const words = [
    `${expected}=${rule}`,
    ...(effect === undefined ? [] : [`effect=${effect}`]),
    ...(asOf === undefined || asOf === EXAMPLES_AS_OF ? [] : [`as-of=${asOf}`]),
    ...(of === "manifest" ? [] : [`of=${of}`]),
  ];
  return `\`\`\`yaml ${words.join(" ")}\n${yaml}\`\`\``;
}
