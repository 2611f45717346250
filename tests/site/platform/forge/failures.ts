/** Failures of functions that nobody waits for. The platform logs them; this collects them. */
export class Failures {
  private list: { where: string; error: unknown }[] = [];
  private listener: ((where: string, error: unknown) => void) | null = null;

  add(where: string, error: unknown): void {
    this.list.push({ where, error });
    this.listener?.(where, error);
  }

  onFailure(listener: (where: string, error: unknown) => void): void {
    this.listener = listener;
  }

  /** Throws if there were failures since the last call, and forgets them. */
  raise(): void {
    const [first, ...more] = this.list;
    this.list = [];
    if (!first) return;
    const others = more.length > 0 ? ` (and ${more.length} more)` : '';
    const message = first.error instanceof Error ? first.error.message : String(first.error);
    throw new Error(`${first.where} failed: ${message}${others}`, { cause: first.error });
  }
}
