/** A locality code with at least four digits, the form codes are compared in: files may leave out leading zeros. */
export function sameCode(code: string): string {
  return code.replace(/^0+(?=\d)/, "").padStart(4, "0");
}
