import type { ObjectiveOption, Tag } from '../../../src/contract';
import { RUN_TITLE } from '../../../src/domain/work/workItem';
import type { Nearby } from './suggestions/nearby';
import { reasonText } from './suggestions/reasonText';
import { RUN_MEANING } from './words';

/** A chosen tag, or none, with the title that Jira's field keeps beside the key. */
export type ChosenTag = { tag: Tag | null; title: string };

export type PickerOption = {
  value: string;
  label: string;
  choice: ChosenTag;
  /** a second line: the objectives above, or what the choice means */
  detail: string | null;
};

type PickerGroup = { label: string; options: PickerOption[] };

const toOption = ({ key, title, above }: ObjectiveOption): PickerOption => ({
  value: `objective:${key}`,
  label: `${key} ${title}`,
  choice: { tag: { kind: 'objective', key }, title },
  detail: above.length > 0 ? above.map((objective) => objective.title).join(' › ') : null,
});

const RUN_OPTION: PickerOption = {
  value: 'run',
  label: RUN_TITLE,
  choice: { tag: { kind: 'run' }, title: RUN_TITLE },
  detail: RUN_MEANING,
};

const NONE_OPTION: PickerOption = { value: 'none', label: 'None', choice: { tag: null, title: '' }, detail: null };

/** So many objectives stand before Run the business where nothing is nearer. */
const FIRST = 5;

/**
 * The options for a query: the objectives found, then other choices whose name contains it. Before anything is typed what work
 * like this serves comes first, with the reason, then Run the business, so that nobody scrolls to it.
 */
export function pickerOptions(
  found: ObjectiveOption[],
  query: string,
  withNone: boolean,
  nearby: readonly Nearby[] = [],
): PickerGroup[] {
  const wanted = query.trim().toLowerCase();
  const others = (withNone ? [RUN_OPTION, NONE_OPTION] : [RUN_OPTION]).filter(({ label }) =>
    label.toLowerCase().includes(wanted),
  );
  const options = found.map(toOption);
  const near = wanted === '' ? nearby.map(toNearOption) : [];
  const isNear = new Set(near.map(({ value }) => value));
  const rest = options.filter(({ value }) => !isNear.has(value));
  const first = near.length > 0 ? near : wanted === '' ? rest.slice(0, FIRST) : rest;
  return [
    { label: near.length > 0 ? 'Used nearby' : 'Objectives', options: first },
    { label: 'Other', options: others },
    { label: 'More objectives', options: rest.filter((option) => !first.includes(option)) },
  ].filter((group) => group.options.length > 0);
}

const toNearOption = ({ objective: { key, title }, reason }: Nearby): PickerOption => ({
  ...toOption({ key, title, status: 'active', above: [] }),
  detail: reasonText(reason, () => ''),
});
