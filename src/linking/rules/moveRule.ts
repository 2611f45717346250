import { storeRulePlaces } from '../../store/tagging/rules';
import { type RuleMaker, theirRule, theirRules } from './theirRule';

/** Puts a rule before another of the same place; `null`: last. */
export const moveRule = async ({ id, before }: { id: string; before: string | null }, by: RuleMaker): Promise<void> => {
  const moved = await theirRule(id, by);
  const target = before === null ? null : await theirRule(before, by);
  const others = (await theirRules(by)).map((rule) => rule.id).filter((one) => one !== moved.id);
  const at = target === null || target.id === moved.id ? -1 : others.indexOf(target.id);
  const inOrder = at < 0 ? [...others, moved.id] : [...others.slice(0, at), moved.id, ...others.slice(at)];
  await storeRulePlaces(inOrder);
};
