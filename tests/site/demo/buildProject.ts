import type { Issue, JiraSite, NewIssue } from '../jira/jiraSite';
import { anyHistory, datedHistory } from './history';
import { demoPeople } from './people';
import type { DatedStory, DatedTheme, DemoProject, Theme } from './project';
import type { Random } from './random';
import { Sprints } from './sprints';
import { objectiveTitles } from './titles';

const steps = ['Design', 'Acceptance tests', 'Pilot in one store', 'Review with legal', 'Release note'] as const;
const points = [1, 2, 2, 3, 3, 5, 5, 8, 13] as const;

const FIELD = 'strategic-objective';

export const tagOf = (key: string) => ({ [FIELD]: { key, name: objectiveTitles.get(key) ?? key } });

/** Fills a project with themes, their stories and sub-tasks, and single bugs. Later work is added last. */
export function buildProject(
  jira: JiraSite,
  project: DemoProject,
  board: number,
  random: Random,
): { addLater(): void } {
  const builder = new Builder(jira, project, board, random);
  for (const theme of project.themes) builder.addTheme(theme);
  builder.addBugs();
  return { addLater: () => project.later.forEach((theme) => builder.addDatedTheme(theme)) };
}

/** An epic starts on the day it is created, and has no estimate. */
const epicOf = (summary: string, component: string, created: number) => ({
  type: 'Epic',
  summary,
  status: 'In Progress',
  resolution: null,
  resolved: null,
  components: [component],
  created,
  statusCategoryChanged: created,
  storyPoints: null,
  storyPointEstimate: null,
  sprints: [],
});

class Builder {
  private readonly now: number;
  private readonly sprints: Sprints;

  constructor(
    private readonly jira: JiraSite,
    private readonly project: DemoProject,
    board: number,
    private readonly random: Random,
  ) {
    this.now = jira.clock.now();
    this.sprints = new Sprints(jira, project, board, this.now);
    const held = jira.project(project.key);
    for (const { name, released } of project.versions) jira.version(held, name).released = released;
  }

  addTheme({ epic: summary, serves, component, stories }: Theme): void {
    const created = this.now - 120 * 86_400_000;
    const epic = this.add({
      ...epicOf(summary, component, created),
      ...(serves === null ? {} : { appValues: tagOf(serves) }),
    });
    for (const story of stories) {
      const type = this.random.chance(0.75) ? 'Story' : 'Task';
      const made = this.add({ type, summary: story, parent: epic.id, components: [component] });
      if (this.random.chance(0.25)) this.addSubtasks(made);
    }
  }

  addDatedTheme({ epic: summary, serves, component, created: ago, stories }: DatedTheme): void {
    const created = this.now - ago * 86_400_000;
    const epic = this.add({
      ...epicOf(summary, component, created),
      updated: created,
      ...(serves === null ? {} : { appValues: tagOf(serves) }),
    });
    for (const story of stories) this.addDated(story, { parent: epic.id, components: [component] });
  }

  private addDated(
    { summary, state, created, done, by, flagged }: DatedStory,
    placed: Pick<NewIssue, 'parent' | 'components'>,
  ): void {
    const history = datedHistory(this.now, { state, created, done }, this.random);
    const assignee = by && demoPeople[by].accountId;
    this.add({
      ...history,
      ...placed,
      type: 'Story',
      summary,
      flagged,
      assignee,
      sprints: this.sprints.of(history, false),
    });
  }

  addBugs(): void {
    const { faults, places, bugs, bugsRun } = this.project;
    const all = faults.flatMap((fault) => places.map((place) => `${fault} ${place}`));
    for (let count = 0; count < Math.min(bugs, faults.length * places.length); count += 1) {
      const [summary = ''] = all.splice(this.random.between(0, all.length - 1), 1);
      const run = this.random.chance(bugsRun);
      this.add({ type: 'Bug', summary, labels: ['customer-reported'], ...(run ? { appValues: tagOf('RUN') } : {}) });
    }
  }

  private addSubtasks(story: Issue): void {
    const first = this.random.between(0, steps.length - 2);
    for (const step of steps.slice(first, first + 2)) {
      this.add({ type: 'Sub-task', summary: `${step}: ${story.summary}`, parent: story.id, storyPoints: null });
    }
  }

  private add(given: Pick<NewIssue, 'type' | 'summary'> & Partial<NewIssue>): Issue {
    const { random, project } = this;
    const history = anyHistory(this.now, random);
    const estimate = random.chance(0.85) ? random.pick(points) : null;
    const [released, next] = [
      project.versions.filter((one) => one.released),
      project.versions.filter((one) => !one.released),
    ];
    const version = history.status === 'Done' ? released.at(-1) : next[0];
    const assigned = history.status !== 'To Do' || random.chance(0.4);
    return this.jira.createIssue(
      {
        ...history,
        project: project.key,
        assignee: assigned ? demoPeople[random.pick(project.people)].accountId : null,
        reporter: demoPeople[random.pick(project.people)].accountId,
        priority: random.pick(['High', 'Medium', 'Medium', 'Low']),
        fixVersions: version && random.chance(0.7) ? [version.name] : [],
        sprints: this.sprints.of(history, random.chance(0.3)),
        [project.estimate]: estimate,
        team: project.teams[given.components?.[0] ?? ''] ?? null,
        ...given,
      },
      null,
    );
  }
}
