import { AppError } from '../../domain/appError';
import { siteReading } from '../../site/siteReading';
import { allRules, type TagRule } from '../../store/tagging/rules';

/** Who states rules, and where. `project`: `null`: for every project */
export type RuleMaker = { project: { id: number } | null; account: string };

/** Where rules take issues: in a project, or everywhere (`null`). Those of projects that are archived or gone take none. */
export const placesOf = async (rules: readonly TagRule[]): Promise<(number | null)[]> => {
  const { live } = await siteReading();
  return rules.map(({ project }) => project).filter((project) => project === null || live.has(project));
};

/** The rules of a place, in their order. */
export const theirRules = async ({ project }: RuleMaker): Promise<TagRule[]> =>
  (await allRules()).filter((rule) => rule.project === (project?.id ?? null));

/**
 * A rule of a place.
 * @throws AppError `notFound` if it has none with this id
 */
export const theirRule = async (id: string, by: RuleMaker): Promise<TagRule> => {
  const rule = (await theirRules(by)).find((one) => one.id === Number(id));
  if (rule === undefined) throw new AppError('notFound', 'This rule is gone. Reload the page.');
  return rule;
};
