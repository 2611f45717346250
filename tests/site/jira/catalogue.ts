import type { IssueType, Named, Sprint, Status, StatusCategoryKey } from './model';
import { uuidOf } from './uuid';

/** Named things. Names compare without regard to case, as in Jira. */
class NamedSet<T extends Named> {
  private readonly byName = new Map<string, T>();

  constructor(
    private readonly firstId: number,
    private readonly make: (id: string, name: string) => T,
  ) {}

  find(name: string): T | undefined {
    return this.byName.get(name.trim().toLowerCase());
  }

  /** The thing of that name, created if there is none. */
  named(name: string): T {
    const known = this.find(name);
    if (known) return known;
    const made = this.make(String(this.firstId + this.byName.size), name.trim());
    this.byName.set(made.name.toLowerCase(), made);
    return made;
  }

  /**
   * Renames a thing.
   * @throws if another has that name
   */
  rename(thing: T, name: string): void {
    const other = this.find(name);
    if (other && other !== thing) throw new Error(`The name '${name}' is taken.`);
    this.byName.delete(thing.name.toLowerCase());
    thing.name = name.trim();
    this.byName.set(thing.name.toLowerCase(), thing);
  }

  byId(id: string): T | undefined {
    return this.all().find((one) => one.id === id);
  }

  all(): T[] {
    return [...this.byName.values()];
  }
}

const statusKey = (name: string, category: StatusCategoryKey): string => `${name.trim().toLowerCase()}\n${category}`;

/** The site's issue types, statuses, priorities, resolutions, sprints, project categories and teams. */
export class Catalogue {
  private readonly types = new NamedSet<IssueType>(10001, (id, name) => ({ id, name, hierarchyLevel: 0 }));
  private readonly statusByName = new Map<string, Status>();
  private readonly sprintById = new Map<number, Sprint>();
  readonly priorities = new NamedSet<Named>(1, (id, name) => ({ id, name }));
  readonly resolutions = new NamedSet<Named>(10000, (id, name) => ({ id, name }));
  readonly linkTypes = new NamedSet<Named>(10000, (id, name) => ({ id, name }));
  readonly projectCategories = new NamedSet<Named>(10000, (id, name) => ({ id, name }));
  /** Teams are Atlassian's, not Jira's: their ids are not counted. */
  readonly teams = new NamedSet<Named>(0, (_, name) => ({ id: uuidOf(`team ${name}`), name }));

  constructor() {
    this.addIssueType('Epic', 1);
    for (const name of ['Story', 'Task', 'Bug']) this.addIssueType(name, 0);
    this.addIssueType('Sub-task', -1);
    this.addStatus('To Do', 'new');
    this.addStatus('In Progress', 'indeterminate');
    this.addStatus('Done', 'done');
    for (const name of ['Highest', 'High', 'Medium', 'Low', 'Lowest']) this.priorities.named(name);
    for (const name of ['Done', "Won't Do", 'Duplicate']) this.resolutions.named(name);
  }

  /** Adds a type, or changes the level of an existing one. */
  addIssueType(name: string, hierarchyLevel: number): IssueType {
    const type = this.types.named(name);
    type.hierarchyLevel = hierarchyLevel;
    return type;
  }

  issueTypes(): IssueType[] {
    return this.types.all();
  }

  issueType(name: string): IssueType | undefined {
    return this.types.find(name);
  }

  /** Adds a status. Two projects may each have one of the same name in another category: then both exist. */
  addStatus(name: string, category: StatusCategoryKey): Status {
    const key = statusKey(name, category);
    let status = this.statusByName.get(key);
    if (!status) {
      status = { id: String(10000 + this.statusByName.size), name: name.trim(), category };
      this.statusByName.set(key, status);
    }
    return status;
  }

  /**
   * Moves a status to another category, as an admin may: its issues change category without an event or a change of
   * their own. Whether Jira then changes a date on them is not documented: here it does not.
   */
  moveStatus(status: Status, category: StatusCategoryKey): void {
    const keys = [...this.statusByName].filter(([, one]) => one === status).map(([key]) => key);
    const moved = statusKey(status.name, category);
    if (this.statusByName.has(moved)) return;
    for (const key of keys) this.statusByName.delete(key);
    status.category = category;
    this.statusByName.set(moved, status);
  }

  statuses(): Status[] {
    return [...this.statusByName.values()];
  }

  status(name: string): Status | undefined {
    const wanted = name.trim().toLowerCase();
    return this.statuses().find((status) => status.name.toLowerCase() === wanted);
  }

  /** @param boardId Jira numbers boards; the local site has none, but sprints carry the number. */
  addSprint(name: string, state: Sprint['state'], boardId = 1): Sprint {
    const sprint = { id: this.sprintById.size + 1, name, state, boardId };
    this.sprintById.set(sprint.id, sprint);
    return sprint;
  }

  sprint(id: number): Sprint | undefined {
    return this.sprintById.get(id);
  }

  sprintNamed(name: string, boardId: number): Sprint | undefined {
    return [...this.sprintById.values()].find((sprint) => sprint.name === name && sprint.boardId === boardId);
  }
}
