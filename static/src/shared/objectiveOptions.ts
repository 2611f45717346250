import type { ObjectiveOption, Tag } from '../../../src/contract';
import { RUN_TITLE } from '../../../src/domain/work/workItem';
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

/** The options for a query: the objectives found, then other choices whose name contains it. */
export function pickerOptions(found: ObjectiveOption[], query: string, withNone: boolean): PickerGroup[] {
  const wanted = query.trim().toLowerCase();
  const others = (withNone ? [RUN_OPTION, NONE_OPTION] : [RUN_OPTION]).filter(({ label }) =>
    label.toLowerCase().includes(wanted),
  );
  return [
    { label: 'Objectives', options: found.map(toOption) },
    { label: 'Other', options: others },
  ].filter(({ options }) => options.length > 0);
}
