import type { ObjectiveRow } from '../../../src/strategy/objectivesCsv';
import { demoPeople, type DemoPerson } from './people';

type Line = [
  key: string,
  title: string,
  parent: string | null,
  owner: DemoPerson | null,
  weight: number | null,
  status: ObjectiveRow['status'],
  /** days from today */
  start: number,
  target: number,
];

/** The strategy of a retailer that wants market share through superior service and seamless shopping on every channel. */
const lines: Line[] = [
  ['OBJ-1', 'Win market share through superior service', null, 'admin', 0.5, 'active', -150, 215],
  ['OBJ-2', 'Every contact leaves the customer satisfied', 'OBJ-1', 'storeLead', 0.6, 'active', -120, 120],
  ['OBJ-3', 'Customers recommend us to their friends', 'OBJ-1', 'marketer', 0.4, 'active', -90, 180],
  ['OBJ-4', 'Nobody queues for longer than two minutes', 'OBJ-2', 'tillEngineer', 0.5, 'active', -100, 40],
  ['OBJ-5', 'Every question answered within the hour', 'OBJ-2', 'productManager', 0.5, 'active', -60, 120],
  ['OBJ-6', 'One seamless shop on every channel', null, 'productManager', 0.35, 'active', -150, 215],
  ['OBJ-7', 'Order online, collect in store within two hours', 'OBJ-6', 'productManager', 0.5, 'active', -110, 70],
  ['OBJ-8', 'One basket on phone, web and till', 'OBJ-6', 'shopEngineer', 0.3, 'active', -80, 100],
  ['OBJ-9', 'One true count of stock everywhere', 'OBJ-6', null, 0.2, 'active', -30, 150],
  ['OBJ-10', 'Marketing that earns back what it costs', null, 'marketer', 0.15, 'active', -90, 180],
  ['OBJ-11', 'Personal offers instead of mass mailings', 'OBJ-10', 'marketer', 1, 'active', -60, 120],
  ['OBJ-12', 'Same-day delivery in every city', 'OBJ-6', null, null, 'draft', 30, 300],
  ['OBJ-13', 'A loyalty card that people carry', 'OBJ-3', 'marketer', null, 'achieved', -300, -30],
  ['OBJ-14', 'Sell through a partner’s marketplace', null, 'admin', null, 'dropped', -200, 60],
];

/** @param today days since 1970 */
export function demoStrategy(today: number): ObjectiveRow[] {
  return lines.map(([key, title, parent, owner, weight, status, start, target], index) => ({
    key,
    title,
    parent,
    owner: owner && demoPeople[owner].accountId,
    description: null,
    weight,
    perspective: null,
    headline: 'work',
    archived: false,
    status,
    start: today + start,
    target: today + target,
    link: null,
    row: index + 2,
  }));
}

/** The names under which objectives stand in the field on an issue. */
export const objectiveTitles: ReadonlyMap<string, string> = new Map([
  ...lines.map(([key, title]) => [key, title] as const),
  ['RUN', 'Run the business'],
]);
