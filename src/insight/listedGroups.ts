import { AppError } from '../domain/appError';
import type { CountedGroup, Place } from '../store/work/countedWork';

/** A group of listed units with what its place in the list and the cursor are made of: what the viewer may know. */
export type NamedGroup = CountedGroup & { key: string };

type Named = Pick<NamedGroup, 'project' | 'key'>;

/** The order of groups in a list: by project, then by what they serve. */
export const inOrder = (a: Named, b: Named): number =>
  a.project - b.project || Number(a.key > b.key) - Number(a.key < b.key);

/** Where a page begins, as text: project, number and key, nothing that tells what else the site holds. */
export const cursorOf = ({ group, below }: Place, groups: readonly NamedGroup[]): string => {
  const { project, key } = groups[group] ?? { project: 0, key: '' };
  return `${project}.${below ?? ''}.${key}`;
};

/**
 * The place of a cursor among these groups.
 * @throws AppError `invalid` for what no page was answered with
 */
export const placeIn = (cursor: string | null, groups: readonly NamedGroup[]): Place => {
  if (cursor === null) return { group: 0, below: null };
  const parts = /^(\d{1,15})\.(\d{0,15})\.(.*)$/s.exec(cursor);
  if (parts === null) throw new AppError('invalid', 'This page of the list does not exist. Open the list again.');
  const [, project = '', below = '', key = ''] = parts;
  const at = { project: Number(project), key };
  const group = groups.findIndex((one) => inOrder(one, at) >= 0);
  if (group === -1) return { group: groups.length, below: null };
  const isSame = inOrder(groups[group] ?? at, at) === 0;
  return { group, below: isSame && below !== '' ? Number(below) : null };
};
