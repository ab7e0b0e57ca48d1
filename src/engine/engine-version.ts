/** Version of the engine, part of every report and of every key a result is cached under. */
export const ENGINE_VERSION = "0.1.0";
