/** Whether two values are the same in everything they hold: plain data, with sets and maps. */
export function isSameAnswer(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (one instanceof Set || other instanceof Set) return areSameSets(one, other);
  if (one instanceof Map || other instanceof Map) return areSameMaps(one, other);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  return areSameMaps(new Map(Object.entries(one)), new Map(Object.entries(other)));
}

function areSameSets(one: object, other: object): boolean {
  if (!(one instanceof Set) || !(other instanceof Set) || one.size !== other.size) return false;
  return [...one].every((item) => other.has(item));
}

function areSameMaps(one: object, other: object): boolean {
  if (!(one instanceof Map) || !(other instanceof Map) || one.size !== other.size) return false;
  return [...one].every(([key, value]) => other.has(key) && isSameAnswer(value, other.get(key)));
}
