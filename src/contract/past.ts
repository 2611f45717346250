import type { ScoreSnapshot } from '../domain/scores/scoreSnapshot';
import type { Health } from '../domain/strategy/health';
import type { Mix } from '../domain/work/mix';
import type { Work } from '../domain/work/work';
import type { Answer, Covers, Day, Measure, ObjectiveRef, ProjectRef, WindowDays } from './common';

/** The index and its factors as they are recorded each day: in items, with the effort of 90 days, over all projects. */
export type RecordedScores = ScoreSnapshot;

/**
 * The effort in the window up to a past day, and what was planned on it; `null`: that was not recorded, or not in this
 * measure.
 */
type PastMixes = { effort: Mix; planned: Mix | null };

/**
 * Of which day figures are, and where they come from. `recorded`: the app recorded the effort on that day, with that
 * day's links and strategy; else it is counted again from the days on which today's work was created and done, under
 * today's links and strategy, of which objectives that are issues are as these were on that day
 */
type PastBasis = { from: Day; day: Day; recorded: boolean };

/** The work on an objective and all below it on a past day, and its health by items. */
export type PastObjective = {
  objective: ObjectiveRef;
  work: Pick<Work, 'todo' | 'doing' | 'done' | 'total' | 'progress'>;
  health: Health | null;
};

/** The portfolio as it was at the end of a day, over the projects that the viewer's numbers cover. */
export type PastPortfolio = PastBasis &
  PastMixes & {
    covers: Covers;
    /**
     * Index (0…100) and factors (0…1) of the window and measure asked for; `null`: the viewer does not see all totals,
     * or they were not recorded on that day
     */
    scores: Omit<RecordedScores, 'day'> | null;
    projects: ({ project: ProjectRef | null } & PastMixes)[];
    /** `recorded`: over all projects; else counted again, which it is for viewers whose numbers cover some projects */
    objectives: { recorded: boolean; of: PastObjective[] };
  };

/** A project as it was at the end of a day. `objectives`: its own work on each; `null`: not recorded by project */
export type PastProject = PastBasis &
  PastMixes & {
    objectives: { objective: ObjectiveRef; here: PastObjective['work'] }[] | null;
  };

type Asked = { window: WindowDays; measure: Measure; day: Day };

/** Calls for figures of a past day. */
export type PastCalls = {
  /** The portfolio's. */
  pastPortfolio: (payload: Asked) => Answer<PastPortfolio>;
  /** Those of the page's project. */
  pastProject: (payload: Asked) => Answer<PastProject>;
};
