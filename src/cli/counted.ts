/** A number with its noun: `1 system`, `2 systems`. */
export function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
