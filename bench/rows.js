/** A row without a mark. `cpu` is the same ratio of CPU time, which a busy machine disturbs less. */
export function plain(name, value, { cpu, must = "", reached = null } = {}) {
  return { name, value: round(value), cpu: cpu === undefined ? null : round(cpu), must, reached };
}

export function atMost(name, value, limit, cpu) {
  return plain(name, value, { cpu, must: `≤ ${limit}`, reached: value <= limit });
}

export function atLeast(name, value, limit, cpu) {
  return plain(name, value, { cpu, must: `≥ ${limit}`, reached: value >= limit });
}

function round(value) {
  return Math.round(value * 1000) / 1000;
}

/** The slope of time over count, both as logarithms, by least squares. */
export function exponent(points) {
  const logs = points.map((point) => point.map(Math.log));
  const mean = (at) => logs.reduce((sum, point) => sum + point[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const along = logs.reduce((sum, [count, time]) => sum + (count - x) * (time - y), 0);
  return along / logs.reduce((sum, [count]) => sum + (count - x) ** 2, 0);
}
