import type { Issue, Project } from './model';

/** The issues, found by id, by key (those they had before a move included), by project and by parent. */
export class IssueStore {
  private readonly byId = new Map<string, Issue>();
  private readonly idByKey = new Map<string, string>();
  private readonly byProject = new Map<string, Set<Issue>>();
  private readonly byParent = new Map<string, Set<Issue>>();
  private readonly lastNumber = new Map<string, number>();
  private lastId = 10000;

  get size(): number {
    return this.byId.size;
  }

  all(): Iterable<Issue> {
    return this.byId.values();
  }

  find(idOrKey: string): Issue | undefined {
    return this.byId.get(idOrKey) ?? this.byId.get(this.idByKey.get(idOrKey.toUpperCase()) ?? '');
  }

  ofProject(projectId: string): Iterable<Issue> {
    return this.byProject.get(projectId) ?? [];
  }

  childrenOf(id: string): Issue[] {
    return [...(this.byParent.get(id) ?? [])];
  }

  nextId(): string {
    return String(this.lastId + 1);
  }

  nextKey(projectKey: string): string {
    return `${projectKey}-${(this.lastNumber.get(projectKey) ?? 0) + 1}`;
  }

  put(issue: Issue): void {
    this.byId.set(issue.id, issue);
    this.idByKey.set(issue.key.toUpperCase(), issue.id);
    add(this.byProject, issue.project.id, issue);
    if (issue.parent) add(this.byParent, issue.parent.id, issue);
    const number = Number(issue.key.slice(issue.key.lastIndexOf('-') + 1));
    if (number > (this.lastNumber.get(issue.project.key) ?? 0)) this.lastNumber.set(issue.project.key, number);
    if (Number(issue.id) > this.lastId) this.lastId = Number(issue.id);
  }

  /** Puts a changed issue where it was; keys it had before still find it. */
  replace(before: Issue, next: Issue): void {
    this.unlink(before);
    this.put(next);
  }

  remove(issue: Issue): void {
    this.unlink(issue);
    this.byId.delete(issue.id);
    for (const { to } of issue.links) {
      const other = this.byId.get(to);
      if (other) this.replace(other, { ...other, links: other.links.filter((link) => link.to !== issue.id) });
    }
    for (const [key, id] of this.idByKey) if (id === issue.id) this.idByKey.delete(key);
  }

  /** Removes an issue with its sub-tasks; its other children lose their parent. */
  removeWithSubtasks(issue: Issue): void {
    this.remove(issue);
    for (const child of this.childrenOf(issue.id)) {
      if (child.type.hierarchyLevel < 0) this.removeWithSubtasks(child);
      else this.replace(child, { ...child, parent: null });
    }
  }

  /** Gives the issues of a project keys that begin with the project's; those they had before still find them. */
  changeKeys(project: Project): void {
    for (const issue of [...this.ofProject(project.id)]) {
      this.replace(issue, { ...issue, key: `${project.key}${issue.key.slice(issue.key.lastIndexOf('-'))}` });
    }
  }

  private unlink(issue: Issue): void {
    this.byProject.get(issue.project.id)?.delete(issue);
    if (issue.parent) this.byParent.get(issue.parent.id)?.delete(issue);
  }
}

function add(index: Map<string, Set<Issue>>, key: string, issue: Issue): void {
  const held = index.get(key);
  if (held) held.add(issue);
  else index.set(key, new Set([issue]));
}
