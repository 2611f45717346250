import { z } from 'zod';
import { FUNCTION_KINDS } from '../domain/work/functionMatrix';
import { olderCheckIns } from '../insight/portfolio/checkIns';
import { countedInPortfolio } from '../insight/portfolio/countedInPortfolio';
import { functionMatrix } from '../insight/portfolio/functionMatrix';
import { objectiveHistory } from '../insight/portfolio/history';
import { objectiveDetail } from '../insight/portfolio/objectiveDetail';
import { pastPortfolio } from '../insight/portfolio/pastPortfolio';
import { portfolio } from '../insight/portfolio/portfolio';
import { recordReview, review } from '../insight/portfolio/review';
import { answering } from './answering';
import * as payloads from './payloads';

const { key } = payloads;

const look = { window: payloads.window, measure: payloads.measure };

/** Calls of the portfolio page that read. */
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
