/** Waits until the process is told to stop, by Ctrl-C or by whoever runs it. */
export function untilStopped(): Promise<void> {
  return new Promise((stop) => {
    process.once("SIGINT", () => stop());
    process.once("SIGTERM", () => stop());
  });
}
