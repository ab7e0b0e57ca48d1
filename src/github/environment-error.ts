/** The environment does not say what the app needs. The message is one line that names the variable and the way out. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}
