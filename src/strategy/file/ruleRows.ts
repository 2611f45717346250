import type { LeftOutRules } from '../../contract';
import { RUN } from '../../domain/work/workItem';
import type { TagRule } from '../../store/tagging/rules';

/** What a file says of a rule: its JQL and the key that it links to. */
type RuleRow = { key: string; link: string };

/** Why a file cannot say a rule of a strategy with these keys; `null`: it can. */
const leftOutFor = ({ project, isOn, refused, to }: TagRule, keys: ReadonlySet<string>): keyof LeftOutRules | null => {
  if (project !== null) return 'project';
  if (!isOn) return 'off';
  if (refused === 'jql') return 'refused';
  return to === RUN || keys.has(to) ? null : 'objective';
};

/**
 * Rules as a file says them. On the rows of their objectives if that keeps their order, which decides what the first that
 * matches takes; else each on a row of its own, after all objectives. `own`: by objective; `leftOut`: how many it cannot say
 * @param keys of the objectives, in the order of the file
 */
export const ruleRows = (
  rules: readonly TagRule[],
  keys: readonly string[],
): { own: ReadonlyMap<string, string>; further: RuleRow[]; leftOut: LeftOutRules } => {
  const known = new Set(keys);
  const leftOut: LeftOutRules = { project: 0, off: 0, refused: 0, objective: 0 };
  const rows: RuleRow[] = [];
  for (const rule of rules) {
    const why = leftOutFor(rule, known);
    if (why === null) rows.push({ key: rule.to, link: rule.jql });
    else leftOut[why] += 1;
  }
  const places = rows.map(({ key }) => (key === RUN ? keys.length : keys.indexOf(key)));
  const isInOrder = places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0));
  const own = isInOrder ? rows.filter(({ key }) => key !== RUN) : [];
  return {
    own: new Map(own.map(({ key, link }) => [key, link])),
    further: rows.filter((row) => !own.includes(row)),
    leftOut,
  };
};
