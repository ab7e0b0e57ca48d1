/**
 * The forms under which a word is indexed and looked up: the word without marks and with one shape for each
 * letter, and its stems. A Hebrew word counts with and without the prefixes attached to it, an Arabic word with and
 * without the article, an English one without its plural. Two words meet where they share a form.
 */
export function foldTerm(term: string): readonly string[] {
  const plain = shape(term);
  if (plain === "") return [];
  if (/\p{Script=Hebrew}/u.test(plain)) return forms(plain, hebrewBases(plain), HEBREW_ENDINGS);
  if (/\p{Script=Arabic}/u.test(plain)) return forms(plain, arabicBases(plain), ARABIC_ENDINGS);
  return [...new Set([plain, plain.replace(/(?<=[a-z]{3})s$/, ""), plain.replace(/(?<=[a-z]{3})es$/, "")])];
}

/** The words of a text, ids such as `RET-01` whole and in parts. */
export function wordsOf(text: string): string[] {
  const ids = [...text.matchAll(/\b[\p{L}]{2,}-\d+\b/gu)].map(([id]) => id.replace("-", ""));
  return [...(text.match(/[\p{L}\p{M}\p{N}]+(?:["'׳״’][\p{L}\p{M}\p{N}]+)*/gu) ?? []), ...ids];
}

/** A stem is no shorter, so that what is left still tells words apart. */
const SHORTEST = 3;

const HEBREW_ENDINGS = /(?:ות|ימ|ה|ת|י)$/;
const ARABIC_ENDINGS = /(?:ات|ون|ين|ان|ه|ي)$/;

const LETTERS: Readonly<Record<string, string>> = {
  ם: "מ",
  ן: "נ",
  ץ: "צ",
  ף: "פ",
  ך: "כ",
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ئ: "ي",
  ؤ: "و",
  ة: "ه",
  ک: "ك",
  ی: "ي",
};

function shape(term: string): string {
  // Composed first: the hamza on an alef is one letter with it, the vowel signs are marks.
  return [...term.normalize("NFKC").toLowerCase()]
    .map((letter) => LETTERS[letter] ?? letter)
    .join("")
    .normalize("NFD")
    .replace(/[\p{M}ـ"'׳״’]/gu, "");
}

/** The word, and what is left as one prefix after another is taken away: at most three, of the seven letters. */
function hebrewBases(word: string): readonly string[] {
  const bases = [word];
  for (let cut = 1; cut <= 3 && word.length - cut >= SHORTEST; cut += 1) {
    if (!"והבכלמש".includes(word[cut - 1] ?? "")) break;
    bases.push(word.slice(cut));
  }
  return bases;
}

/** The word, and what is left without the article, a preposition or the conjunction before it. */
function arabicBases(word: string): readonly string[] {
  const cuts = [/^[وف]?[بكل]?ال/, /^[وف]?لل/, /^[وف]/, /^[بكل]/].flatMap((prefix) => {
    const rest = word.replace(prefix, "");
    return rest !== word && rest.length >= SHORTEST ? [rest] : [];
  });
  return [word, ...cuts];
}

function forms(word: string, bases: readonly string[], endings: RegExp): readonly string[] {
  const stems = bases.map((base) => base.replace(endings, "")).filter((stem) => stem.length >= SHORTEST);
  return [...new Set([word, ...bases, ...stems])];
}
