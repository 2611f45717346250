import { noteFailedRecount } from '../../../src/store/runs/setAside';
import { READER } from '../../bench/site/buildSite';
import { PORTFOLIO, settle, type World } from './world';

const someone = { kind: 'user', accountId: READER } as const;
type Answered = { issues?: { id: string }[] };

/** What the app notes when something goes wrong. */
export const fail = async (world: World): Promise<void> => {
  const { site, made } = world;
  site.faults.atStatement(4, { when: 'before', what: 'statementFails' });
  await site.invoke('portfolio', { window: 90, measure: 'items' }, { accountId: READER, ...PORTFOLIO });
  site.faults.end();
  const { id } = site.jira.issue(`${made.largest.key}-${Math.ceil(made.largest.size / 2)}`);
  site.faults.distort = (_, text) => {
    const answer = (text === '' ? {} : JSON.parse(text)) as Answered;
    if (!Array.isArray(answer.issues)) return text;
    return JSON.stringify({
      ...answer,
      issues: answer.issues.map((one) => (one.id === id ? { ...one, key: 7 } : one)),
    });
  };
  site.jira.editIssue(id, { flagged: true }, someone);
  await settle(world);
  site.faults.end();
  // Another issue tells that it is this one for which Jira fails.
  site.faults.answer = (_, body) => (body.includes(`"${id}"`) ? new Response('{}', { status: 500 }) : null);
  site.jira.editIssue(id, { flagged: false }, someone);
  await settle(world);
  site.faults.end();
  await site.runInApp(() => noteFailedRecount(Number(made.largest.id), 'database'));
};
