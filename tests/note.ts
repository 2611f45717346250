import { appendFileSync } from 'node:fs';

/** Notes something for a `NotesReporter`, which says when a run begins, by this variable of the environment, where to. */
export const note = (variable: string, what: unknown): void => {
  const file = process.env[variable];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(what)}\n`);
};
