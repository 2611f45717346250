import type { Cascade } from '../strategy/cascade';
import { isKeyOfIssue } from '../strategy/objectiveKey';
import type { CountedWork } from '../work/countedWork';

/** The JQL functions of the app, as `manifest.yml` names them. */
export const JQL_FUNCTIONS = ['servesNothing', 'serves', 'servesStale'] as const;
export type JqlFunction = (typeof JQL_FUNCTIONS)[number];

const counting = (of: Partial<CountedWork> & Pick<CountedWork, 'part'>): CountedWork => ({
  standing: null,
  objective: null,
  weeks: null,
  ...of,
});

/**
 * The work that a function finds, counted as the pages count it. `servesNothing`: unlinked work as the project page
 * lists it; `servesStale`: open work whose objective is not active; `serves`: all work on an objective or below it.
 * `null`: there is no such objective, or it is a draft, of which nobody learns here.
 */
export const workFoundBy = (
  name: JqlFunction,
  [key = '']: readonly string[],
  cascade: Cascade,
): readonly CountedWork[] | null => {
  switch (name) {
    case 'servesNothing':
      return [counting({ part: 'effort', standing: 'unlinked' }), counting({ part: 'planned', standing: 'unlinked' })];
    case 'servesStale':
      return [counting({ part: 'open', standing: 'stale' })];
    case 'serves': {
      const wanted = key.trim().toLowerCase();
      // Work on an objective that is an issue is found by Jira’s own JQL.
      const stated = cascade.objectives.find((one) => one.key.toLowerCase() === wanted && !isKeyOfIssue(one.key));
      if (stated === undefined || stated.status === 'draft') return null;
      return [counting({ part: 'all', objective: { key: stated.key, below: true } })];
    }
  }
};
