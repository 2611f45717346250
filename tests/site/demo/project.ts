import type { DemoPerson } from './people';

/** Work on one theme: an epic and what it was broken down into. */
export type Theme = {
  epic: string;
  /** What the epic serves: the key of an objective, or RUN. */
  serves: string | null;
  component: string;
  stories: string[];
};

export type DemoProject = {
  key: string;
  name: string;
  people: [DemoPerson, ...DemoPerson[]];
  estimate: 'storyPoints' | 'storyPointEstimate';
  versions: { name: string; released: boolean }[];
  themes: Theme[];
  /** Bugs stand alone, without an epic: each of the faults in each of the places, as many as `bugs`. */
  faults: [string, ...string[]];
  places: [string, ...string[]];
  bugs: number;
  /** The share of bugs that are tagged as running the business; the others serve nothing. */
  bugsRun: number;
};
