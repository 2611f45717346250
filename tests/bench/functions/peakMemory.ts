import { getHeapStatistics } from 'node:v8';
import type { Memory } from './messages';

const EVERY_MS = 5;

/** The most memory that this process used: looked at around each request to the platform, and every few milliseconds besides. */
export class PeakMemory {
  private heap = 0;
  private resident = 0;

  constructor() {
    setInterval(() => this.look(), EVERY_MS).unref();
    // Asking for the resident memory is slow, and it hardly ever falls.
    setInterval(() => this.lookAtResident(), 20 * EVERY_MS).unref();
  }

  look(): void {
    this.heap = Math.max(this.heap, getHeapStatistics().used_heap_size);
  }

  /** The peaks since this was last asked. */
  take(): Memory {
    this.look();
    this.lookAtResident();
    const taken = { heap: this.heap, resident: this.resident };
    this.heap = this.resident = 0;
    return taken;
  }

  private lookAtResident(): void {
    this.resident = Math.max(this.resident, process.memoryUsage.rss());
  }
}
