import type { Rule, RulePause, Rules } from '../contract';
import { RUN } from '../domain/work/workItem';
import { titlesAndStatus } from '../store/strategy/objectives';
import { entryCounts } from '../store/tagging/entries';
import { allRules, type TagRule } from '../store/tagging/rules';

/**
 * The rules of a project (`null`: those for every project), in their order. Three statements.
 * @param seesAll whether the viewer's numbers cover all that these rules take
 */
export const rulesOf = async (project: number | null, seesAll: boolean): Promise<Rules> => {
  const all = await allRules();
  const theirs = all.filter((rule) => rule.project === project);
  const counts = await entryCounts(seesAll ? theirs.map(({ id }) => id) : []);
  const stated = await titlesAndStatus(theirs.map(({ to }) => to));
  return {
    rules: theirs.map((rule): Rule => {
      const { done = 0, waiting = 0, writing = 0 } = counts.get(rule.id) ?? {};
      const objective = stated.get(rule.to);
      return {
        id: String(rule.id),
        jql: rule.jql,
        to: rule.to === RUN ? { kind: 'run' } : { kind: 'objective', key: rule.to },
        objective: rule.to === RUN ? null : { key: rule.to, ...(objective ?? { title: '', status: 'unknown' }) },
        owner: rule.owner,
        pause: pauseOf(rule),
        tagged: seesAll ? done : null,
        waiting: seesAll ? waiting + writing : null,
        isSwept: rule.sweepDue > 0,
      };
    }),
    everywhere: project === null ? 0 : all.filter((rule) => rule.project === null).length,
  };
};

const pauseOf = ({ isOn, refused, isActive }: TagRule): RulePause | null => {
  if (!isOn) return 'off';
  return refused ?? (isActive ? null : 'objective');
};
