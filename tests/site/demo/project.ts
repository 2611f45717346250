import type { DemoPerson } from './people';

/** Work on one theme: an epic and what it was broken down into. */
export type Theme = {
  epic: string;
  /** What the epic serves: the key of an objective, or RUN. */
  serves: string | null;
  component: string;
  stories: string[];
};

/** A story whose days are told, because a part of the demo hangs on them. All days count back from today. */
export type DatedStory = {
  summary: string;
  created: number;
  state: 'To Do' | 'In Progress' | 'Done';
  /** the day it was done */
  done: number | null;
  by: DemoPerson | null;
  flagged: boolean;
};

/** An epic of such stories. */
export type DatedTheme = Omit<Theme, 'stories'> & { created: number; stories: DatedStory[] };

export const done = (summary: string, created: number, ended: number, by: DemoPerson): DatedStory => ({
  summary,
  created,
  state: 'Done',
  done: ended,
  by,
  flagged: false,
});

export const doing = (summary: string, created: number, by: DemoPerson): DatedStory => ({
  summary,
  created,
  state: 'In Progress',
  done: null,
  by,
  flagged: false,
});

export const todo = (summary: string, created: number): DatedStory => ({
  summary,
  created,
  state: 'To Do',
  done: null,
  by: null,
  flagged: false,
});

/** The same with something in its way. */
export const stuck = (story: DatedStory): DatedStory => ({ ...story, flagged: true });

export type DemoProject = {
  key: string;
  name: string;
  category: string;
  /** Who works on a component; a team may work in several projects. */
  teams: Record<string, string>;
  people: [DemoPerson, ...DemoPerson[]];
  estimate: 'storyPoints' | 'storyPointEstimate';
  versions: { name: string; released: boolean }[];
  themes: Theme[];
  /** What came after the themes. */
  later: DatedTheme[];
  /** Bugs stand alone, without an epic: each of the faults in each of the places, as many as `bugs`. */
  faults: [string, ...string[]];
  places: [string, ...string[]];
  bugs: number;
  /** The share of bugs that are tagged as running the business; the others serve nothing. */
  bugsRun: number;
};
