import type { Site } from "../../model/generated/manifest.ts";
import { isNone } from "./labels.ts";

/** Whether the public view withholds where a place is: it is security-sensitive, or nobody has said that it is not. */
export function isProtected({ sensitive_kinds: kinds }: Pick<Site, "sensitive_kinds">): boolean {
  return !isNone(kinds);
}
