import { WINDOW_DAYS, type WindowDays } from '../time/window';

/*
 * The steps in which the first sync reads a project, so that the figures of short windows are complete long before
 * everything is read. Each window, shortest first, has two: its own issues that no shorter window has (open work with
 * the first), then what those need of elsewhere. After these comes the rest.
 */

export const FIRST_STEP = 0;
/** Everything that no window needs. */
export const REST = 2 * WINDOW_DAYS.length;
/** A project read in one piece: one that is read again, or that came after the first sync. */
export const WHOLE = REST + 1;

/** The step with which a run begins in a project. `everFinished`: whether a run was ever finished: then figures stand */
export const beginStep = (everFinished: boolean): number => (everFinished ? WHOLE : FIRST_STEP);

/** Whether a step reads what the issues of its window need of elsewhere. */
export const isReadingNeeds = (step: number): boolean => step < REST && step % 2 === 1;

/** The place in `WINDOW_DAYS` of the window that a step is for; `null`: for none. */
export const windowOfStep = (step: number): number | null => (step < REST ? Math.floor(step / 2) : null);

/** The step with which a run goes on, of those that are left in its projects: what a read window needs comes first. */
export const nextStep = (left: readonly number[]): number | null => {
  const needs = left.filter(isReadingNeeds);
  if (left.length === 0) return null;
  return Math.min(...(needs.length > 0 ? needs : left));
};

/** How far one project is read. */
export type ReadSoFar = {
  step: number;
  wasRead: boolean;
  /** issues read */
  done: number;
  /** Jira's count of the issues that each window needs; `null`: not asked, because the project is small */
  needs: readonly number[] | null;
};

/** Whether all that a window's figures need of a project is read. `window`: its place in `WINDOW_DAYS` */
const holdsWindow = ({ step, wasRead }: ReadSoFar, window: number): boolean =>
  wasRead || (step !== WHOLE && step > 2 * window + 1);

/** The part of what a window needs of a project that is read, 0…1; `null`: how much it needs is not known. */
const shareOfWindow = (project: ReadSoFar, window: number): number | null => {
  if (holdsWindow(project, window)) return 1;
  if (project.done === 0) return 0;
  const needed = project.needs?.[window];
  return needed ? Math.min(1, project.done / needed) : null;
};

/** How far the figures of a window are read while the first sync runs. */
export type WindowRead = {
  /** days of the window */
  days: WindowDays;
  /** projects that the figures cover, and in how many of them all that the window needs is read */
  projects: number;
  complete: number;
  /**
   * the part of what it needs that is read, 0…1: of one project by issues, of several by projects; `null`: how much it
   * needs is not known
   */
  share: number | null;
};

/** How far each window is read over these projects, shortest first. */
export const windowsRead = (projects: readonly ReadSoFar[]): WindowRead[] =>
  WINDOW_DAYS.map((days, window) => {
    const complete = projects.filter((project) => holdsWindow(project, window)).length;
    const [only] = projects;
    const share =
      projects.length > 1 ? complete / projects.length : only === undefined ? null : shareOfWindow(only, window);
    return { days, projects: projects.length, complete, share };
  });
