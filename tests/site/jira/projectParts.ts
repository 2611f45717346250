import type { Named } from './model';

/** Gives components and versions their ids, which are unique over the projects. */
export class ProjectParts {
  private lastId = 20000;

  /** The one of that name, without regard to case, made when there is none. */
  named<T extends Named>(held: T[], name: string, fresh: Omit<T, 'id'>): T {
    const wanted = name.toLowerCase();
    const found = held.find((one) => one.name.toLowerCase() === wanted);
    if (found) return found;
    this.lastId += 1;
    const made = { ...fresh, id: String(this.lastId) } as T;
    held.push(made);
    return made;
  }
}
