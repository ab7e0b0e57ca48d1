/**
 * The company in words such as `video equipment produced or provided by Acme Corporation, including services`;
 * `undefined` where the words name what is made and not by whom.
 */
export function companyInSentence(text: string): string | undefined {
  return MADE_BY.exec(text)?.[1]?.trim();
}

/** What makes, up to where the sentence goes on: a comma in front of a legal form is part of the name. */
const MADE_BY =
  /\b(?:equipment|products?|services?|solutions?|systems?)\b.*?\b(?:produced|provided|supplied|manufactured|made)\b.*?\bby\s+(.+?)(?=,(?!\s*(?:co|inc|ltd|llc|corp)\b)|;|\.?$|\s+(?:including|subject to|to the extent|and its|or any of its)\b)/i;
