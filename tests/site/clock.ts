import { promisify } from 'node:util';

// Not that of node:timers/promises: inside an invocation that asks this very clock.
const machineWait = promisify(setTimeout);

/** The site's clock, in epoch milliseconds. */
export interface Clock {
  now(): number;
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<void>;
}

/** A clock that can be moved. With `start` it stands still there; else it runs with the machine's. */
export class SiteClock implements Clock {
  private moved = 0;
  private stoppedAt: number | null = null;

  constructor(private readonly start?: number) {}

  now(): number {
    // Not Date.now(): inside an invocation that asks this very clock.
    const started = this.stoppedAt ?? this.start ?? Math.floor(performance.timeOrigin + performance.now());
    return started + this.moved;
  }

  /** Stops a running clock, so that it can be moved, until `go`; then it shows the machine's time again. */
  stop(): void {
    this.stoppedAt = this.now() - this.moved;
  }

  go(): void {
    this.stoppedAt = null;
  }

  /** A clock that stands still is moved, so nobody has to wait. */
  async wait(ms: number): Promise<void> {
    if (this.start === undefined) await machineWait(ms);
    else this.advance(ms);
  }

  /** A running clock that shows `instant` now. */
  static runningFrom(instant: number): SiteClock {
    const clock = new SiteClock();
    clock.moved = instant - clock.now();
    return clock;
  }

  /** Moves the clock forward by `ms` milliseconds (0 or more). */
  advance(ms: number): void {
    if (!(ms >= 0)) throw new RangeError(`The clock cannot be moved by ${ms} ms.`);
    this.moved += ms;
  }
}
