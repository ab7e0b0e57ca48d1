/**
 * A locality code with at least four digits, the form codes are compared in: files may leave out leading zeros.
 * `gov`, the code of national bodies, stays as it is.
 */
export function sameCode(code: string): string {
  return /^\d+$/.test(code) ? code.replace(/^0+(?=\d)/, "").padStart(4, "0") : code;
}
