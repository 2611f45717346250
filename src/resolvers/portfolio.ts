import { z } from 'zod';
import type { Coverage } from '../domain/work/coverage';
import { FUNCTION_KINDS } from '../domain/work/functionMatrix';
import { olderCheckIns } from '../insight/portfolio/checkIns';
import { pastLinks } from '../insight/pastLinks';
import { countedInPortfolio } from '../insight/portfolio/countedInPortfolio';
import { functionMatrix } from '../insight/portfolio/functionMatrix';
import { objectiveHistory } from '../insight/portfolio/history';
import { objectiveDetail } from '../insight/portfolio/objectiveDetail';
import { pastPortfolio } from '../insight/portfolio/pastPortfolio';
import { portfolio } from '../insight/portfolio/portfolio';
import { recordReview, review } from '../insight/portfolio/review';
import { undecidedInPortfolio } from '../insight/portfolio/undecidedInPortfolio';
import { deferWork } from '../linking/deferWork';
import { linkIssues, unlinkIssues } from '../linking/linkIssues';
import { answering } from './answering';
import * as payloads from './payloads';

const { key } = payloads;

const look = { window: payloads.window, measure: payloads.measure };

/** Who links issues of any project in scope that they may browse. */
const linkerIn = ({ coverage, account }: { coverage: Coverage; account: string }) => ({
  projects: coverage.browsable,
  account,
});

/** Calls of the portfolio page, apart from those that edit the strategy. */
export const portfolioCalls = {
  portfolio: answering('portfolio', z.object(look), ({ payload, visitor, now }) => portfolio(payload, visitor, now)),

  functionMatrix: answering(
    'functionMatrix',
    z.object({ ...look, by: z.enum(FUNCTION_KINDS) }),
    ({ payload: { by, ...asked }, visitor, now }) => functionMatrix(by, asked, visitor, now),
  ),

  countedInPortfolio: answering(
    'countedInPortfolio',
    z.object({ ...look, counted: payloads.counted, row: payloads.row, cursor: payloads.place }),
    ({ payload, visitor }) => countedInPortfolio(payload, visitor),
  ),

  undecidedInPortfolio: answering(
    'undecidedInPortfolio',
    z.object({ ...look, part: payloads.part, cursor: payloads.place }),
    ({ payload, visitor }) => undecidedInPortfolio(payload, visitor),
  ),

  pastLinksInPortfolio: answering('pastLinksInPortfolio', z.object({}), ({ visitor: { coverage } }) =>
    pastLinks([...coverage.browsable], { limit: payloads.MOST_PAST_LINKS, seesOwners: true }),
  ),

  linkInPortfolio: answering('linkInPortfolio', payloads.linked, ({ payload, visitor, now }) =>
    linkIssues(payload.issueIds, payload, linkerIn(visitor), now),
  ),

  unlinkInPortfolio: answering('unlinkInPortfolio', payloads.unlinked, ({ payload, visitor, now }) =>
    unlinkIssues(payload.issueIds, payload, linkerIn(visitor), now),
  ),

  deferInPortfolio: answering('deferInPortfolio', payloads.deferred, ({ payload, visitor, now }) =>
    deferWork(payload.issueIds, payload.deferral, linkerIn(visitor), now),
  ),

  objectiveDetail: answering(
    'objectiveDetail',
    z.object({ ...look, key }),
    ({ payload: { key, ...asked }, visitor, now }) => objectiveDetail(key, asked, visitor, now),
  ),

  olderCheckIns: answering(
    'olderCheckIns',
    z.object({ key, before: z.object({ day: payloads.day, id: z.number().int() }) }),
    ({ payload, visitor }) => olderCheckIns(payload.key, payload.before, visitor),
  ),

  objectiveHistory: answering(
    'objectiveHistory',
    z.object({ key, before: z.number().int().nullable() }),
    ({ payload, visitor }) => objectiveHistory(payload.key, payload.before, visitor),
  ),

  review: answering(
    'review',
    z.object({ ...look, since: payloads.day.nullable() }),
    ({ payload: { since, ...asked }, visitor, now }) => review(since, asked, visitor, now),
  ),

  pastPortfolio: answering(
    'pastPortfolio',
    z.object({ ...look, day: payloads.day }),
    ({ payload: { day, ...asked }, visitor, now }) => pastPortfolio(day, asked, visitor, now),
  ),

  recordReview: answering('recordReview', z.object({}), ({ now }) => recordReview(now)),
};
