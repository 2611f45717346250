import type { DemoPerson } from './people';

/** A theme: an epic with its stories. */
export type Theme = {
  epic: string;
  /** What the epic serves: the key of an objective, or RUN. */
  serves: string | null;
  component: string;
  stories: string[];
};

/** A story with given days, because a part of the demo depends on it. Days count back from today. */
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

/** The story, flagged as blocked. */
export const stuck = (story: DatedStory): DatedStory => ({ ...story, flagged: true });

export type DemoProject = {
  key: string;
  name: string;
  category: string;
  /** The team of each component; a team may work in several projects. */
  teams: Record<string, string>;
  people: [DemoPerson, ...DemoPerson[]];
  estimate: 'storyPoints' | 'storyPointEstimate';
  versions: { name: string; released: boolean }[];
  themes: Theme[];
  /** Themes that came later. */
  later: DatedTheme[];
  /** Single bugs without an epic: each fault in each place, up to `bugs`. */
  faults: [string, ...string[]];
  places: [string, ...string[]];
  bugs: number;
  /** The share of bugs tagged as running the business; the others serve nothing. */
  bugsRun: number;
};
