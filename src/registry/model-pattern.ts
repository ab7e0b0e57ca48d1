/**
 * Whether a model falls under a registry pattern. The pattern is the start of the model, without regard
 * to case, spaces and hyphens; its small `x` stands for one digit. A manifest may write `x` for a digit
 * it leaves open, which then matches any digit.
 */
export function matchesModel(pattern: string, model: string): boolean {
  const wanted = letters(pattern).map((letter) => (letter === "x" ? "#" : letter.toUpperCase()));
  const given = letters(model);
  return (
    wanted.length > 0 &&
    wanted.length <= given.length &&
    wanted.every((letter, index) => fits(letter, given[index] ?? ""))
  );
}

function letters(text: string): readonly string[] {
  return [...text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "")];
}

function fits(wanted: string, given: string): boolean {
  if (wanted === "#") return /[0-9xX]/.test(given);
  return given.toUpperCase() === wanted || (given === "x" && /[0-9]/.test(wanted));
}
