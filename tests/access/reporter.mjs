import NotesReporter from '../notesReporter.mjs';

/** Says, when all tests have run, how many questions of access were asked, and how many answers told too much: `score.ts` notes it. */
export default class AccessReporter extends NotesReporter {
  constructor() {
    super('ACCESS_SCORE');
  }

  tell(scores) {
    const sum = (name) => scores.reduce((total, score) => total + (score[name] ?? 0), 0);
    if (sum('cases') > 0) process.stdout.write(`\naccess: ${sum('cases')} cases, ${sum('leaks')} leaks\n`);
    if (sum('inputs') > 0) process.stdout.write(`\nfuzz: ${sum('inputs')} inputs, ${sum('crashes')} crashes\n`);
    if (sum('pairs') > 0) process.stdout.write(`\nnon-interference: ${sum('pairs')} pairs, ${sum('differ')} differ\n`);
  }
}
