import { getHeapStatistics } from 'node:v8';
import type { Memory } from './messages';

const EVERY_MS = 5;

/** This process's peak memory, sampled around each request to the platform and every few milliseconds. */
export class PeakMemory {
  private heap = 0;
  private resident = 0;

  constructor() {
    setInterval(() => this.look(), EVERY_MS).unref();
    // Reading the resident memory is slow, and it hardly ever falls.
    setInterval(() => this.lookAtResident(), 20 * EVERY_MS).unref();
  }

  look(): void {
    this.heap = Math.max(this.heap, getHeapStatistics().used_heap_size);
  }

  /** The peaks since the last call. */
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
