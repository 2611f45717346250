import { changes } from './story/changes';
import { everyColleague, firstStated } from './story/stated';

/** The titles of objectives in the field on issues: today's. */
export const objectiveTitles: ReadonlyMap<string, string> = new Map([
  ...[...firstStated, everyColleague].map(({ key, title }) => [key, title] as const),
  ...changes.flatMap((change) =>
    'set' in change && change.set.title !== undefined ? [[change.key, change.set.title] as const] : [],
  ),
  ['RUN', 'Run the business'],
]);
