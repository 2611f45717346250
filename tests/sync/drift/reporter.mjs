import NotesReporter from '../../notesReporter.mjs';

/**
 * Says, when all tests have run, through how many histories and crash points they went, in all and on each engine, and how many of
 * them drifted: `score.ts` notes it.
 */
export default class DriftReporter extends NotesReporter {
  constructor() {
    super('DRIFT_SCORE');
  }

  tell(scores) {
    const sum = (of, name) => of.reduce((total, score) => total + (score[name] ?? 0), 0);
    const played = (of) => `${sum(of, 'histories')} histories and ${sum(of, 'crashPoints')} crash points`;
    process.stdout.write(`\ndrift: ${sum(scores, 'drifted')} after ${played(scores)}\n`);
    for (const engine of new Set(scores.map((score) => score.engine))) {
      process.stdout.write(`  ${engine}: ${played(scores.filter((score) => score.engine === engine))}\n`);
    }
  }
}
