/** With fewer people a share could identify somebody. */
export const FEWEST_PEOPLE = 5;

/** Buy-in with the people it was computed from. */
export type BuyIn = {
  value: number | null;
  /** people with at least one effort unit that is not run */
  people: number;
  /** those of them with an aligned one; `null`: too few to tell without identifying somebody */
  aligned: number | null;
};

/** `people`: those with at least one effort unit that is not run; `aligned`: those of them with an aligned one */
export type PeopleCount = { people: number; aligned: number };

/**
 * Buy-in, 0…1: of the people with effort units that are not run, the share with an aligned one. No value with fewer
 * than five people.
 */
export const buyInOf = ({ people, aligned }: PeopleCount): BuyIn =>
  people < FEWEST_PEOPLE ? { value: null, people, aligned: null } : { value: aligned / people, people, aligned };
