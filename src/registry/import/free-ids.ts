/**
 * Finds an id nobody has: the one asked for, else the same with the first free number behind it. It goes on counting
 * where it last stopped, since ids are never given back.
 */
export function freeIds(taken: (id: string) => boolean): (wanted: string) => string {
  const reached = new Map<string, number>();
  return (wanted) => {
    const numbered = (number: number) => (number === 1 ? wanted : `${wanted}-${number}`);
    let number = reached.get(wanted) ?? 1;
    while (taken(numbered(number))) number += 1;
    reached.set(wanted, number);
    return numbered(number);
  };
}
