import type { Day } from '../../../../src/domain/time/day';
import { DAY_MS, HOUR_MS } from '../../../../src/domain/time/milliseconds';

/** Days and times of the story, counted from today. The demo's site is in UTC. */
export class StoryTime {
  readonly today: Day;

  constructor(readonly now: number) {
    this.today = Math.floor(now / DAY_MS);
  }

  /** The instant of a day's hour, never later than now. */
  at(day: number, hour: number): number {
    return Math.min(this.now, (this.today + day) * DAY_MS + hour * HOUR_MS);
  }

  dayAt(day: number): Day {
    return this.today + day;
  }
}
