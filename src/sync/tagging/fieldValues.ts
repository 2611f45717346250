import type { FieldValue } from '../../domain/strategy/fieldValue';
import { RUN, RUN_TITLE } from '../../domain/work/workItem';
import { titlesInField } from '../../store/strategy/objectives';

/** The field's values of tags, by tag: with the title that the field shows. At most one statement. */
export const fieldValues = async (tags: readonly string[]): Promise<ReadonlyMap<string, FieldValue>> => {
  const titles = await titlesInField(tags.filter((tag) => tag !== RUN));
  titles.set(RUN, RUN_TITLE);
  return new Map(tags.map((key) => [key, { key, name: titles.get(key) ?? '' }]));
};
