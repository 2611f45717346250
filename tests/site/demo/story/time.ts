import type { Day } from '../../../../src/domain/time/day';
import { DAY_MS, HOUR_MS } from '../../../../src/domain/time/milliseconds';

/** Days of the story counted from today, by the calendar. The demo's site is in UTC. */
export class StoryTime {
  readonly today: Day;

  constructor(readonly now: number) {
    this.today = Math.floor(now / DAY_MS);
  }

  /** The instant of an hour of a day, never later than now. */
  at(day: number, hour: number): number {
    return Math.min(this.now, (this.today + day) * DAY_MS + hour * HOUR_MS);
  }

  dayAt(day: number): Day {
    return this.today + day;
  }
}
