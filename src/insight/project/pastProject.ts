import type { Measure, PastProject, WindowDays } from '../../contract';
import { recordedMix, recordedPlan } from '../../domain/forecast/alignmentTrend';
import type { Cascade } from '../../domain/strategy/cascade';
import type { Day } from '../../domain/time/day';
import { windowEnding } from '../../domain/time/window';
import { type Cell, hasUnits } from '../../domain/work/cell';
import type { Coverage } from '../../domain/work/coverage';
import type { Sizing } from '../../domain/work/sizing';
import { workFigure, workIn } from '../../domain/work/work';
import { RUN } from '../../domain/work/workItem';
import { statedStrategy } from '../../store/strategy/statedStrategy';
import type { ProjectState } from '../../store/work/projects';
import { refOf, unknownRef } from '../figures';
import { countedAgain, mixesOf, recordedOn, refuseUnlessPast } from '../pastDay';

type Question = { project: ProjectState; window: WindowDays; measure: Measure; day: Day };

/**
 * A project as it was at the end of a day: as recorded on it, else counted again from its work items. One statement if
 * it was recorded, else a handful, and one for each 38,000 of its work items.
 */
export const pastProject = async ({ project, window, measure, day }: Question): Promise<PastProject> => {
  refuseUnlessPast(day, project.refreshedDay);
  const ofProject = new Set([project.id]);
  const coverage: Coverage = { covers: 'browsable', covered: ofProject, browsable: ofProject };
  const basis = { from: windowEnding(day, window).from, day };
  const { projects } = await recordedOn(day, window, coverage);
  if (projects.length > 0) {
    return {
      ...basis,
      recorded: true,
      effort: recordedMix(projects, measure),
      planned: recordedPlan(projects, measure),
      objectives: null,
    };
  }
  const strategy = await statedStrategy();
  const { cells, typical, cascade } = await countedAgain({ day, window, coverage, strategy });
  const sizing: Sizing = { measure, typical };
  return {
    ...basis,
    recorded: false,
    ...mixesOf(cells, sizing, cascade),
    objectives: servedThen(cells, cascade, sizing),
  };
};

/** The project's work on each objective itself, the most first. */
const servedThen = (cells: readonly Cell[], cascade: Cascade, sizing: Sizing): PastProject['objectives'] =>
  cells
    .filter(hasUnits)
    .flatMap((cell) => {
      const { serves } = cell;
      if (serves === null || serves === RUN) return [];
      const stated = cascade.find(serves);
      const { todo, doing, done, total, progress } = workFigure(workIn(cell, sizing));
      const here = { todo, doing, done, total, progress };
      return { objective: stated ? refOf(stated) : unknownRef(serves), here };
    })
    .sort((a, b) => b.here.total - a.here.total || (a.objective.key < b.objective.key ? -1 : 1));
