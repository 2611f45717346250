import type { UnlinkedPart } from '../../../../src/contract';
import type { DeferralReason } from '../../../../src/domain/work/deferral';
import type { Group, Grouping } from './groups';

export const GROUPING_NAME: Record<Grouping, string> = {
  epic: 'Epic',
  component: 'Component',
  label: 'Label',
  assignee: 'Assignee',
  team: 'Team',
  everything: 'All together',
};

/** What is in no group. */
const NONE_NAME: Record<Grouping, string> = {
  epic: 'No epic',
  component: 'No component',
  label: 'No label',
  assignee: 'Unassigned',
  team: 'No team',
  everything: '',
};

/** A group in words. */
export const groupName = ({ mark }: Group, by: Grouping): string => {
  if (by === 'everything') return 'All that is shown';
  return mark === null ? NONE_NAME[by] : mark.name;
};

/** A group in short, to name a button by: the key of its epic, or its name. */
export const groupLabel = (group: Group, by: Grouping): string => group.mark?.issue?.key ?? groupName(group, by);

export const groupId = ({ mark }: Group): string => (mark === null ? 'none' : `mark ${mark.id}`);

/** Why work is set aside. */
export const DEFERRAL_NAME: Record<DeferralReason, string> = {
  waiting: 'Its objective is not stated yet',
  ending: 'It will be over soon',
  small: 'Too small to matter',
  elsewhere: 'It belongs to another strategy',
};

/** What is looked at, after a share of it. */
export const PART_WORDS: Record<UnlinkedPart, string> = {
  all: 'the work',
  effort: 'the effort',
  planned: 'the planned work',
};
