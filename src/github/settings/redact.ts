/** Text without the secrets that are known and without what looks like one. */
export function redact(text: string, secrets: readonly string[]): string {
  let rest = text;
  for (const secret of secrets) rest = rest.replaceAll(secret, GONE);
  for (const shape of SHAPES) rest = rest.replace(shape, GONE);
  return rest;
}

/** The pieces of a secret that must not be shown, of a key every line: lines are how it gets cut. */
export function piecesOf(secret: string): readonly string[] {
  return secret.split(/\r?\n|\\n/).filter((line) => line.length >= LEAST && !line.startsWith("-----"));
}

const GONE = "[redacted]";

/** Anything shorter would take words out of messages. */
const LEAST = 8;

/** Keys in PEM form, also cut ones; GitHub's tokens; JSON web tokens; credentials in an address. */
const SHAPES: readonly RegExp[] = [
  /-----BEGIN [A-Z ]+-----[\s\S]*?(?:-----END [A-Z ]+-----|$)/g,
  /\bgh[a-z]_[\w.-]{16,}/g,
  /\bgithub_pat_\w{16,}/g,
  /\bv1\.[0-9a-f]{40}\b/g,
  /\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g,
  /(?<=\/\/)[^\s/@]+(?=@)/g,
];
