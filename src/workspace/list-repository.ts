import { listFiles } from "./list-files.ts";

/** The folder that packages are installed into. */
export const INSTALLED = "node_modules";

/** Every file of a repository but those of the packages installed at its root. */
export function listRepository(root: string): readonly string[] {
  return listFiles(root, "", INSTALLED);
}

/** Whether a file is part of an installed package, at whatever depth. */
export function isInstalled(file: string): boolean {
  return `/${file}`.includes(`/${INSTALLED}/`);
}
