import type { Clock } from '../../clock';

const MINUTE_MS = 60_000;

/** Counts what happened in the last minute. */
export class Lately {
  private instants: number[] = [];

  constructor(private readonly clock: Clock) {}

  /** Counts this many events, unless that makes more than `most` in a minute. Says whether they were counted. */
  note(times: number, most: number): boolean {
    const now = this.clock.now();
    while ((this.instants[0] ?? now) <= now - MINUTE_MS) this.instants.shift();
    if (this.instants.length + times > most) return false;
    for (let noted = 0; noted < times; noted++) this.instants.push(now);
    return true;
  }
}
