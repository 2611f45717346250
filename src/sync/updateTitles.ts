import { OTHER_KEYS } from '../domain/strategy/objectiveKey';
import { PAGE_SIZE } from '../jira/issues';
import type { SiteFields } from '../jira/fields';
import {
  finishTitleUpdates,
  nextIssuesToUpdate,
  type TitleUpdate,
  readyTitleUpdates,
  storeTitleProgress,
} from '../store/strategy/titleUpdates';
import { siteReading } from '../site/siteReading';
import { markDirty } from './follow/markDirty';
import { tagsInJira } from './follow/tagsInJira';
import { ValueWriter } from './follow/valueWriter';

/** Issues written before progress is stored. */
const BATCH = PAGE_SIZE;

/**
 * Writes new titles of renamed objectives into Jira's field on the issues tagged with them. Goes on where the last call
 * stopped. A crash costs one batch, which is then written again with the same result. Of `OTHER_KEYS` the issues are
 * marked instead, because one of their keys was stated.
 * @param until no further batch begins after this instant (epoch milliseconds)
 * @returns whether no title is left to write
 */
export const updateTitles = async (clock: () => number, until: number): Promise<boolean> => {
  const { fields } = await siteReading();
  for (;;) {
    const started = await readyTitleUpdates();
    if (started.length === 0) return true;
    // Without the field no issue has a title.
    const issues = fields.objective === null ? [] : await nextIssuesToUpdate(started, BATCH);
    await writeTitles(fields, started, issues, clock());
    const last = issues.at(-1);
    if (last === undefined || issues.length < BATCH) await finishTitleUpdates(started);
    else await storeTitleProgress(started, last.id);
    if (clock() > until) return false;
  }
};

/**
 * Writes titles to the issues that still carry the key in Jira: somebody may have tagged one otherwise, and the app may
 * not have heard of it yet. The others are marked.
 */
const writeTitles = async (
  fields: SiteFields,
  started: readonly TitleUpdate[],
  issues: readonly { id: number; objective: number }[],
  now: number,
): Promise<void> => {
  const { objective: field } = fields;
  if (field === null) return;
  const others = started.find(({ key }) => key === OTHER_KEYS)?.objective;
  const titled = issues.filter(({ objective }) => objective !== others).map(({ id }) => id);
  const tags = await tagsInJira(titled, null, fields, 'upkeep');
  const writer = new ValueWriter(field);
  for (const { objective, key, title } of started) {
    const known = issues.filter((issue) => issue.objective === objective).map(({ id }) => id);
    const isCarrier = (id: number): boolean => tags.get(id) === key;
    await markDirty(
      known.filter((id) => !isCarrier(id)),
      now,
    );
    await writer.write(known.filter(isCarrier), { key, name: title });
  }
  // Those over which Jira fails hold up no other: the drain corrects their titles once it can.
  await markDirty(writer.failing, now);
  // The others are written. These are tried again with their batch; writing a title twice changes nothing.
  if (writer.later) throw writer.later;
};
