import type { Role } from './access';
import type { Catalogue } from './catalogue';
import { projectNotFound } from './errors';
import type { Named, Project, ProjectState, Version } from './model';

export type NewProject = {
  key: string;
  name: string;
  /** The role of accounts without a rule of their own; default `member` */
  everyone?: Role;
  /** Its name, created on first use. */
  category?: string;
};

/** The projects with their components and versions, whose ids are unique over all of them. */
export class Projects {
  private readonly byKey = new Map<string, Project>();
  private lastId = 9999;
  private lastPartId = 20000;

  constructor(private readonly catalogue: Catalogue) {}

  add({ key, name, category }: NewProject): Project {
    this.lastId += 1;
    const added: Project = {
      id: String(this.lastId),
      state: 'live',
      key,
      name,
      category: category === undefined ? null : this.catalogue.projectCategories.named(category),
      components: [],
      versions: [],
    };
    this.byKey.set(key.toUpperCase(), added);
    return added;
  }

  /** @throws JiraError 404 */
  get(idOrKey: string): Project {
    const found = this.byKey.get(idOrKey.toUpperCase()) ?? this.all().find((project) => project.id === idOrKey);
    if (!found) throw projectNotFound(idOrKey);
    return found;
  }

  changeKey(project: Project, key: string): void {
    this.remove(project);
    project.key = key;
    this.byKey.set(key.toUpperCase(), project);
  }

  remove(project: Project): void {
    this.byKey.delete(project.key.toUpperCase());
  }

  in(...states: ProjectState[]): Project[] {
    return this.all().filter(({ state }) => states.includes(state));
  }

  all(): Project[] {
    return [...this.byKey.values()];
  }

  /** The component of that name, created on first use. */
  component({ components }: Project, name: string): Named {
    return this.part(components, name, { name });
  }

  /** The version of that name, created on first use. */
  version({ versions }: Project, name: string): Version {
    return this.part(versions, name, { name, released: false });
  }

  private part<T extends Named>(held: T[], name: string, fresh: Omit<T, 'id'>): T {
    const wanted = name.toLowerCase();
    const found = held.find((one) => one.name.toLowerCase() === wanted);
    if (found) return found;
    this.lastPartId += 1;
    const made = { ...fresh, id: String(this.lastPartId) } as T;
    held.push(made);
    return made;
  }
}
