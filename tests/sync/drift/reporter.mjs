import NotesReporter from '../../notesReporter.mjs';

/**
 * Says, when all tests have run, through how many histories and crash points they went, and how many of them drifted: `score.ts` notes it.
 */
export default class DriftReporter extends NotesReporter {
  constructor() {
    super('DRIFT_SCORE');
  }

  tell(scores) {
    const sum = (name) => scores.reduce((total, score) => total + (score[name] ?? 0), 0);
    const [drifted, histories, points] = ['drifted', 'histories', 'crashPoints'].map(sum);
    process.stdout.write(`\ndrift: ${drifted} after ${histories} histories and ${points} crash points\n`);
  }
}
