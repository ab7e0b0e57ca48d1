/** The opaque id of an object in GraphQL: its type and key. */
export function nodeId(type: string, key: string | number): string {
  return Buffer.from(`${type}:${key}`).toString("base64");
}

/** Type and key of an id, `undefined` for one that was not made here. */
export function readNodeId(id: string): { readonly type: string; readonly key: string } | undefined {
  const [, type, key] = /^([A-Z][A-Za-z]*):(.+)$/.exec(Buffer.from(id, "base64").toString("utf8")) ?? [];
  return type === undefined || key === undefined ? undefined : { type, key };
}
