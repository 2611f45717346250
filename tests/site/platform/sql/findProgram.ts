import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

/** The path of a program in the first of these folders that has it; null: none has. */
export function findProgram(name: string, folders: readonly string[]): string | null {
  for (const folder of folders.filter(Boolean)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      continue;
    }
  }
  return null;
}
