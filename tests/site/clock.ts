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
  private stoppedAt: number | null = null;

  constructor(private readonly start?: number) {}

  now(): number {
    // Not Date.now(): inside an invocation that asks this very clock.
    const started = this.stoppedAt ?? this.start ?? Math.floor(performance.timeOrigin + performance.now());
    return started + this.moved;
  }

  /** A clock that runs stands still from now on, and can be moved on, until `go`; then it shows the machine's time since again. */
  stop(): void {
    this.stoppedAt = this.now() - this.moved;
  }

  go(): void {
    this.stoppedAt = null;
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
