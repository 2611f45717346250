import { Random } from '../../site/demo/random';
import type { Issue, JiraSite, NewIssue } from '../../site/jira/jiraSite';

const SEED = 11;
const DAY_MS = 86_400_000;
const FIELD = 'strategic-objective';
const PROJECTS = 40;
/** The share of the issues that are open or done within 90 days. */
const RECENT = 1 / 6;
const OLDEST_DAYS = 1500;
const FRESH_DAYS = 88;
/** How much larger each project is than the one before. */
const STEP = 1.12;

/** Keys of the objectives that the site's tags name. */
export const ANSWER_OBJECTIVES = Array.from({ length: 12 }, (_, index) => `OBJ-${index + 1}`);

/**
 * Fills a site with so many issues, of which a sixth are open or done within 90 days. Deterministic. It has what makes a
 * figure of recent work need older issues: old epics with recent work below, recent and open ones of which all work is
 * old or dropped or that have none, parents in other projects, initiatives above, tags mostly on epics, and done work
 * without a resolution. Half of the projects have an estimate on every issue.
 */
export function buildAnswerSite(jira: JiraSite, issues: number): void {
  const random = new Random(SEED);
  jira.catalogue.addIssueType('Initiative', 2);
  const sizes = projectSizes(issues);
  const epics: Issue[] = [];
  const initiatives: Issue[] = [];
  for (const [index, size] of sizes.entries()) {
    const key = `A${String(index + 1).padStart(2, '0')}`;
    jira.addProject({ key, name: `Project ${index + 1}` });
    const isEstimated = index % 2 === 0;
    const add = (type: string, isRecent: boolean, given: Partial<NewIssue> = {}): Issue =>
      jira.createIssue(
        { project: key, type, summary: `${type} of ${key}`, ...life(random, isRecent, jira.clock.now()), ...given },
        null,
      );
    const estimate = () => (isEstimated || random.chance(0.7) ? { storyPoints: random.pick([1, 2, 3, 5, 8]) } : {});
    let left = size;
    while (left > 0) {
      if (random.chance(0.03)) {
        initiatives.push(add('Initiative', random.chance(RECENT), { ...tag(random, 0.5) }));
        left -= 1;
        continue;
      }
      // Of an epic whose work belongs together, all is recent or all is old; of others it is mixed.
      const together = random.chance(0.5) ? random.chance(RECENT) : null;
      const isRecent = (): boolean => together ?? random.chance(RECENT);
      const above = random.chance(0.2) ? initiatives[random.between(0, initiatives.length - 1)]?.id : undefined;
      const own = add('Epic', random.chance(0.8) ? isRecent() : random.chance(RECENT), {
        ...(above === undefined ? {} : { parent: above }),
        ...estimate(),
        ...tag(random, 0.6),
      });
      epics.push(own);
      left -= 1;
      for (let below = random.between(0, 24); below > 0 && left > 0; below -= 1) {
        const other = random.chance(0.03) ? epics[random.between(0, epics.length - 1)] : undefined;
        const unit = add(random.pick(['Story', 'Task', 'Bug']), isRecent(), {
          ...(random.chance(0.9) ? { parent: (other ?? own).id } : {}),
          ...estimate(),
          ...tag(random, 0.05),
        });
        left -= 1;
        if (left === 0 || !random.chance(0.1)) continue;
        add('Sub-task', isRecent(), { parent: unit.id });
        left -= 1;
      }
    }
  }
}

function projectSizes(issues: number): number[] {
  const weights = Array.from({ length: PROJECTS }, (_, index) => STEP ** index);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const sizes = weights.map((weight) => Math.floor((weight / all) * issues));
  const rest = issues - sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size, index) => (index === sizes.length - 1 ? size + rest : size));
}

/** Open or done within 90 days, or done before that; a few were dropped, and a fifth of what is done has no resolution. */
function life(random: Random, isRecent: boolean, now: number): Partial<NewIssue> {
  const age = isRecent ? random.between(0, FRESH_DAYS) : random.between(FRESH_DAYS + 4, OLDEST_DAYS);
  const at = now - age * DAY_MS - DAY_MS / 24;
  if (isRecent && random.chance(0.45)) {
    const created = at - random.between(0, 400) * DAY_MS;
    return {
      status: random.chance(0.4) ? 'In Progress' : 'To Do',
      created,
      updated: at,
      statusCategoryChanged: created,
    };
  }
  const created = at - random.between(1, 60) * DAY_MS;
  const done = { status: 'Done', created, updated: at, statusCategoryChanged: at };
  if (random.chance(0.2)) return { ...done, resolution: null, resolved: null };
  return { ...done, resolution: random.chance(0.08) ? "Won't Do" : 'Done', resolved: at };
}

const tag = (random: Random, share: number): Partial<NewIssue> => {
  if (!random.chance(share)) return {};
  const key = random.chance(0.15)
    ? 'RUN'
    : (ANSWER_OBJECTIVES[random.between(0, ANSWER_OBJECTIVES.length - 1)] ?? 'RUN');
  return { appValues: { [FIELD]: { key, name: key } } };
};
