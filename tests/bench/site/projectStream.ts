import type { Issue, JiraSite, NewIssue } from '../../site/jira/jiraSite';
import type { Random } from '../../site/demo/random';

export const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** A plan of a project of the benchmark's site. */
export type ProjectPlan = {
  key: string;
  size: number;
  /** accounts that work in it */
  members: readonly string[];
  teams: readonly string[];
  components: readonly string[];
  versions: readonly string[];
  /** ids of its sprints of two weeks, the present one first */
  sprints: readonly number[];
  /** values of the field, of the objectives that it serves */
  serves: readonly { key: string; name: string }[];
  /** descendants of its first epic; 0: no such epic */
  largeEpic: number;
};

const FIELD = 'strategic-objective';
const RUN = { key: 'RUN', name: 'Run the business' };
const OLDEST_DAYS = 1100;
const POINTS = [1, 2, 2, 3, 3, 5, 5, 8, 13] as const;

type Given = Pick<NewIssue, 'type'> & Partial<NewIssue>;

/** Makes a project's issues, one at each call, parents before their children. */
export class ProjectStream {
  private made = 0;
  private readonly stream: Generator<Issue, void>;

  /**
   * @param now epoch milliseconds
   * @param initiatives those of all projects so far: an epic may be below another project's initiative
   */
  constructor(
    private readonly jira: JiraSite,
    private readonly plan: ProjectPlan,
    private readonly random: Random,
    private readonly now: number,
    private readonly initiatives: Issue[],
  ) {
    this.stream = this.issues();
  }

  next(): Issue {
    const { value } = this.stream.next();
    if (!value) throw new Error(`${this.plan.key} has all its issues already.`);
    return value;
  }

  private get left(): number {
    return this.plan.size - this.made;
  }

  private *issues(): Generator<Issue, void> {
    const { random } = this;
    if (this.plan.largeEpic > 0) yield* this.epicWith(this.plan.largeEpic, false);
    while (this.left > 0) {
      if (this.plan.size >= 100 && random.chance(0.04)) {
        const initiative = this.container('Initiative', random.chance(0.5));
        this.initiatives.push(initiative);
        yield initiative;
      } else if (random.chance(0.4)) {
        // Half of all epics have six children or fewer; one in twenty has more than fifty.
        yield* this.epicWith(2 + Math.floor(70 * random.next() ** 3.5), true);
      } else {
        yield this.unit({});
      }
    }
  }

  /** An epic with so many issues below it, as far as the project's size allows. */
  private *epicWith(descendants: number, untilDoneWith: boolean): Generator<Issue> {
    const { random } = this;
    const above = untilDoneWith && random.chance(0.3) ? this.anyInitiative() : undefined;
    const epic = this.container('Epic', !untilDoneWith || random.chance(above ? 0.3 : 0.65), above?.id);
    yield epic;
    let below = 0;
    while (below < descendants && this.left > 0) {
      const child = this.unit({ parent: epic.id, components: epic.components.map(({ name }) => name) });
      yield child;
      below += 1;
      const subtasks = random.chance(0.25) ? random.between(1, 4) : 0;
      for (let step = 0; step < subtasks && below < descendants && this.left > 0; step += 1) {
        yield this.add({ type: 'Sub-task', parent: child.id });
        below += 1;
      }
    }
  }

  private anyInitiative(): Issue | undefined {
    const { initiatives, random } = this;
    return initiatives[random.between(0, Math.max(0, initiatives.length - 1))];
  }

  private container(type: string, tagged: boolean, parent?: string): Issue {
    return this.add({ type, ...(parent === undefined ? {} : { parent }), ...(tagged ? this.tag(0.1) : {}) });
  }

  private unit(given: Partial<NewIssue>): Issue {
    const { random } = this;
    const type = random.pick(['Story', 'Story', 'Story', 'Task', 'Task', 'Bug']);
    const tagged = random.chance(given.parent === undefined ? 0.2 : 0.02);
    return this.add({
      type,
      storyPoints: random.chance(0.7) ? random.pick(POINTS) : null,
      ...(tagged ? this.tag(0.5) : {}),
      ...given,
    });
  }

  private tag(run: number): Pick<NewIssue, 'appValues'> {
    const { random } = this;
    return { appValues: { [FIELD]: random.chance(run) ? RUN : this.one(this.plan.serves) } };
  }

  private add(given: Given): Issue {
    const { random, plan } = this;
    this.made += 1;
    const age = Math.floor(OLDEST_DAYS * random.next() ** 1.5);
    const created = this.now - age * DAY_MS - random.between(1, 20) * HOUR_MS;
    const state = this.state(age);
    const ended = state.status === 'Done' ? Math.max(0, age - random.between(1, 60)) : null;
    const resolved = ended === null ? null : this.now - ended * DAY_MS - HOUR_MS / 2;
    const sprint = plan.sprints[Math.floor((ended ?? 0) / 14)];
    const [unit, open] = [given.type !== 'Sub-task' && given.type !== 'Initiative', ended === null];
    return this.jira.createIssue(
      {
        project: plan.key,
        summary: `${given.type} ${this.made} of ${plan.key}`,
        status: state.status,
        resolution: state.resolution,
        created,
        updated: resolved ?? created,
        statusCategoryChanged: resolved ?? created,
        resolved,
        assignee: !open || state.status !== 'To Do' || random.chance(0.3) ? this.one(plan.members) : null,
        components: unit && random.chance(0.7) ? [this.one(plan.components)] : [],
        fixVersions: unit && random.chance(0.4) ? [this.one(plan.versions)] : [],
        sprints: unit && sprint !== undefined && (!open || random.chance(0.4)) ? [sprint] : [],
        team: unit && random.chance(0.8) ? this.one(plan.teams) : null,
        flagged: open && random.chance(0.02),
        ...given,
      },
      null,
    );
  }

  /** Most of what is old is done. */
  private state(age: number): { status: string; resolution: string | null } {
    const { random } = this;
    const luck = random.next();
    const done = age > 180 ? 0.92 : age > 2 ? 0.4 : 0;
    if (luck < done) return { status: 'Done', resolution: random.chance(0.06) ? "Won't Do" : 'Done' };
    return { status: luck < done + (1 - done) * 0.35 ? 'In Progress' : 'To Do', resolution: null };
  }

  private one<T>(from: readonly T[]): T {
    const found = from[Math.floor(this.random.next() * from.length)];
    if (found === undefined) throw new Error(`${this.plan.key} has nothing to choose from.`);
    return found;
  }
}
