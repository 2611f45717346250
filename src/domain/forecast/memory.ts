/** What a scope did until a week, the further back the less it weighs: a week counts half of one `halfLife` weeks later. */
export type Remembered = {
  /** weeks, each by its weight; so are the rest */
  weeks: number;
  came: number;
  added: number;
  /** open units that could have come, over the weeks */
  openWeeks: number;
};

/** Before anything is known: about one unit a week, at the weight of a third of a week. */
export const PRIOR = 0.3;

/** Units a week. */
export const paceOf = ({ came, weeks }: Remembered): number => (came + PRIOR) / (weeks + PRIOR);

type Weekly = { came: readonly number[]; added: readonly number[]; open: readonly number[] };

/** What is remembered at the end of each week. */
export const memoriesOf = ({ came, added, open }: Weekly, halfLife: number): Remembered[] => {
  const kept = 0.5 ** (1 / halfLife);
  let last: Remembered = { weeks: 0, came: 0, added: 0, openWeeks: 0 };
  return came.map((count, week) => {
    const new_ = added[week] ?? 0;
    // Units that were added in the week could have come in half of it.
    const couldCome = week === 0 ? new_ / 2 : (open[week - 1] ?? 0) + new_ / 2;
    last = {
      weeks: last.weeks * kept + 1,
      came: last.came * kept + count,
      added: last.added * kept + new_,
      openWeeks: last.openWeeks * kept + couldCome,
    };
    return last;
  });
};
