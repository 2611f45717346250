/** What is known of a unit when an objective is suggested for it. Not its own tag. */
export type UnitFacts = {
  id: number;
  /** its parent, which serves nothing if the unit is unlinked, but other work below it may */
  parent: number | null;
  /** when it was created (epoch milliseconds) */
  created: number;
  project: string;
  /** the number in its key */
  number: number;
  type: string;
  /** account ids */
  reporter: string | null;
  assignee: string | null;
  components: readonly string[];
  labels: readonly string[];
  sprints: readonly string[];
  versions: readonly string[];
  summary: string;
};

/** An objective that may be suggested. */
export type Candidate = {
  key: string;
  title: string;
  /** account id */
  owner: string | null;
  /** the day it starts */
  start: number | null;
};

/**
 * An index of texts that finds those like another. The library behind it is chosen by whoever suggests: the domain
 * imports none.
 */
export type TextIndex = {
  add(id: string, text: string): void;
  /** The texts that share words with this one, by id. `score`: above 0, larger for more and rarer words */
  like(text: string): Map<string, { score: number; words: string[] }>;
};
