import { LANGUAGES, type Language } from "../model/language.ts";
import { codeSpan } from "./code-span.ts";
import { refusalLines } from "./comment-state.ts";
import { foldTranslation } from "./fold-translation.ts";
import { isRightToLeft } from "./isolate.ts";
import { REFUSAL_WORDS } from "./refusal-words.ts";
import { sayFrom, sayIn, sentence } from "./words.ts";

/** What is known of a head that could not be evaluated. */
export interface RefusalContext {
  readonly head: string;
  readonly language: Language;
  /** Whether the app does not try again by itself. */
  readonly lasting: boolean;
  /** The app's own comment as it stands. */
  readonly previous: string;
}

/** The summary comment of a pull request whose head could not be evaluated, in place of what it said before. */
export function renderRefusal({ head, language, lasting, previous }: RefusalContext): string {
  const words = (of: Language) => refusal(of, { head, lasting });
  const others = LANGUAGES.filter((other) => other !== language);
  const body = [words(language), ...others.map((other) => foldTranslation(other, words(other)))].join("\n\n");
  const shown = isRightToLeft(language) ? `<div dir="rtl">\n\n${body}\n\n</div>` : body;
  return `${refusalLines(previous, head)}\n\n${shown}`;
}

function refusal(language: Language, { head, lasting }: Pick<RefusalContext, "head" | "lasting">): string {
  const say = sayFrom(REFUSAL_WORDS[language], language);
  const unknown = say("unknown", { head: codeSpan(head.slice(0, 12)) });
  const toDo = say(lasting ? "lasting" : "passing");
  return `**Bylaw: ${sayIn(language)("notEvaluated")}.** ${sentence(unknown)}. ${toDo}.`;
}
