/** Why a rule pauses, beside that its objective is not active: its owner may no longer state it, or Jira refuses its JQL. */
export type Refusal = 'owner' | 'jql';

/** Rules for every project, rules of one project, and rules of a site. A drain reads all of them. */
const MOST_RULES = 100;
const MOST_OF_PROJECT = 20;
const MOST_OF_SITE = 500;

/**
 * Why a place can take no more rules; `null`: it can.
 * @param rules the project of each rule of the site, `null`: every project; none of projects that are archived or gone
 * @param place a project; `null`: every project
 */
export const whyFull = (rules: readonly (number | null)[], place: number | null, more = 1): string | null => {
  const here = rules.filter((project) => project === place).length + more;
  if (place === null && here > MOST_RULES) return fullOf('For every project', MOST_RULES);
  if (place !== null && here > MOST_OF_PROJECT) return fullOf('In a project', MOST_OF_PROJECT);
  return rules.length + more > MOST_OF_SITE ? fullOf('On a site', MOST_OF_SITE) : null;
};

const fullOf = (where: string, most: number): string =>
  `${where} there may be ${most} rules. Delete one, or say more in another.`;

/** Longest JQL of a rule. */
const LONGEST_JQL = 2000;

const QUOTED = /(["'])(?:\\.|(?!\1).)*\1/g;

/** A function's name, which may be in quotes. */
const QUOTED_FUNCTION = /(["'])(\w+)\1(?=\s*\()/g;

/** A JQL with the words in its quotes blotted out, because they may say anything. */
const bare = (jql: string): string => jql.replace(QUOTED, (quoted) => '_'.repeat(quoted.length));

/** A JQL without its order, which has no place in a condition. */
export const withoutOrder = (jql: string): string => {
  const at = bare(jql).search(/\border\s+by\b/i);
  return (at < 0 ? jql : jql.slice(0, at)).trim();
};

/**
 * What JQL answers by who asks (support.atlassian.com, "JQL functions" and "JQL fields"), with what to write instead. The
 * preview asks as a person and the rule as the app, so they would take other issues.
 */
const BY_WHO_ASKS: readonly (readonly [RegExp, string])[] = [
  [/\b(currentUser)\s*\(/i, 'name a person instead of'],
  // Some of them take a person's account id, and mean who asks where there is none.
  [/\b((?:components|projects|spaces)LeadByUser)\s*\(\s*\)/i, 'name a person in'],
  [
    /\b(currentLogin|lastLogin|(?:issue|workItem)History|(?:voted|watched)(?:Issues|WorkItems)|my(?:Approval|Pending)|(?:projects|spaces)WhereUserHas(?:Permission|Role))\s*\(/i,
    'write something else than',
  ],
];

/** What is wrong with the JQL of a rule; `null`: nothing that can be told without Jira. */
export const jqlProblem = (jql: string): string | null => {
  if (withoutOrder(jql) === '') return 'Say in JQL which issues the rule takes.';
  if (jql.length > LONGEST_JQL) return `This is longer than ${LONGEST_JQL} characters.`;
  const words = bare(jql.replace(QUOTED_FUNCTION, '$2'));
  for (const [pattern, instead] of BY_WHO_ASKS) {
    const [, name] = pattern.exec(words) ?? [];
    if (name !== undefined) return `A rule acts as the app: ${instead} ${name}().`;
  }
  return null;
};

/** The JQL of a rule within its project; `null`: everywhere. */
export const jqlWithin = (jql: string, project: number | string | null): string =>
  project === null ? withoutOrder(jql) : `project = ${project} AND (${withoutOrder(jql)})`;

/**
 * For each rule the issues that it takes: an issue is taken by the first rule in order that matches.
 * @param matches by rule, in the order of rules: the issues that it matches
 */
export const takenBy = <Rule>(matches: readonly { rule: Rule; issues: readonly number[] }[]): Map<Rule, number[]> => {
  const taken = new Set<number>();
  return new Map(
    matches.map(({ rule, issues }) => {
      const theirs = [...new Set(issues)].filter((issue) => !taken.has(issue));
      for (const issue of theirs) taken.add(issue);
      return [rule, theirs];
    }),
  );
};

/** Points that the sweeps of one rule may cost a day, on average: one for each issue that its JQL finds. */
const SWEEP_POINTS_A_DAY = 2000;

/** Days from a sweep to the next, so that a rule that finds much is swept seldom. At least 1. */
export const daysToNextSweep = (found: number): number => Math.max(1, Math.ceil(found / SWEEP_POINTS_A_DAY));
