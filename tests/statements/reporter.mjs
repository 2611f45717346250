import NotesReporter from '../notesReporter.mjs';

/**
 * Counts the statements that the app sent in a whole run and that `statements.test.ts` does not check on TiDB; `LIST_STATEMENTS=1` lists
 * them. Whoever adds a statement adds to `everything.ts` what sends it. Says nothing where that suite did not run, or without TiDB.
 * `statementShapes.ts` notes them.
 */
export default class StatementsReporter extends NotesReporter {
  constructor() {
    super('STATEMENT_SHAPES');
  }

  tell(noted) {
    const checked = new Set(noted.filter((one) => one.checked).map(({ shape }) => shape));
    const shapes = new Set(noted.map(({ shape }) => shape));
    const unchecked = checked.size === 0 ? [] : [...shapes].filter((shape) => !checked.has(shape));
    if (unchecked.length === 0) return;
    process.stdout.write(`\nNot checked on TiDB: ${unchecked.length} of ${shapes.size} statements\n`);
    if (process.env.LIST_STATEMENTS) for (const shape of unchecked) process.stdout.write(`  ${shape}\n`);
  }
}
