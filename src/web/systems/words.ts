import type { Messages } from "../say.ts";
import { SYSTEM_AR } from "./words-ar.ts";
import { SYSTEM_EN } from "./words-en.ts";
import { SYSTEM_HE } from "./words-he.ts";

export type SystemWord = keyof typeof SYSTEM_EN;

/** The words of the pages about systems, and of the sign at the place. */
export const SYSTEM_WORDS: Messages<SystemWord> = { en: SYSTEM_EN, he: SYSTEM_HE, ar: SYSTEM_AR };
