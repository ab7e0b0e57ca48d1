/** Prints the rows, each with its mark and whether it holds, then what the processes took. */
export function printTable(heading, rows, groups) {
  const width = Math.max(...rows.map(({ name }) => name.length));
  console.log(`${heading}\n`);
  console.log(`${"".padEnd(width)}  ${"wall".padStart(8)}  ${"CPU".padStart(8)}  mark, and whether it holds`);
  for (const { name, value, cpu, must, reached } of rows) {
    const verdict = reached === null ? "" : reached ? "yes" : "no";
    console.log(
      `${name.padEnd(width)}  ${String(value).padStart(8)}  ${String(cpu ?? "").padStart(8)}  ${(must && `must be ${must}`).padEnd(15)} ${verdict}`.trimEnd(),
    );
  }
  const missed = rows.filter(({ reached }) => reached === false);
  console.log(`\n${missed.length} of ${rows.filter(({ must }) => must).length} marks are not reached\n`);
  for (const [group, results] of Object.entries(groups)) {
    for (const [name, { wall, cpu, memory }] of results) {
      const label = `${group}, ${name}:`.padEnd(36);
      console.log(`${label} ${wall.toFixed(0)} ms wall, ${cpu.toFixed(0)} ms CPU, ${memory.toFixed(0)} MiB`);
    }
  }
}
