import { promisify } from 'node:util';

// Not that of node:timers/promises: inside an invocation that asks this very clock.
const machineWait = promisify(setTimeout);

/** Tells the site's time, in epoch milliseconds. */
export interface Clock {
  now(): number;
  /** Resolves once so many milliseconds have passed. */
  wait(ms: number): Promise<void>;
}

/** A clock that can be moved on. It stands still at `start` when one is given, and otherwise runs with the machine's. */
export class SiteClock implements Clock {
  private moved = 0;

  constructor(private readonly start?: number) {}

  now(): number {
    // Not Date.now(): inside an invocation that asks this very clock.
    return (this.start ?? Math.floor(performance.timeOrigin + performance.now())) + this.moved;
  }

  /** On a clock that stands still nobody need wait: it is moved on. */
  async wait(ms: number): Promise<void> {
    if (this.start === undefined) await machineWait(ms);
    else this.advance(ms);
  }

  /** A clock that runs, but shows `instant` now. */
  static runningFrom(instant: number): SiteClock {
    const clock = new SiteClock();
    clock.moved = instant - clock.now();
    return clock;
  }

  /** Moves the clock on by `ms` milliseconds (0 or more: time does not run back). */
  advance(ms: number): void {
    if (!(ms >= 0)) throw new RangeError(`The clock cannot be moved by ${ms} ms.`);
    this.moved += ms;
  }
}
