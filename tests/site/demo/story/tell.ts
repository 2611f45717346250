import type { ObjectiveDraft } from '../../../../src/contract';
import { archiveObjective } from '../../../../src/strategy/edit/archiveObjective';
import { checkIn } from '../../../../src/strategy/edit/checkIn';
import { moveObjective } from '../../../../src/strategy/edit/moveObjective';
import { saveObjective } from '../../../../src/strategy/edit/saveObjective';
import { statedObjective } from '../../../../src/strategy/edit/stated';
import { demoPeople } from '../people';
import type { Change } from './changes';
import type { SaidOf } from './said/saidOf';
import type { Stated } from './stated';
import type { StoryTime } from './time';

const accountOf = (by: keyof typeof demoPeople) => demoPeople[by].accountId;

const draftOf = ({ owner, start, target, keyResults, ...stated }: Stated, time: StoryTime): ObjectiveDraft => ({
  ...stated,
  owner: owner && accountOf(owner),
  start: time.dayAt(start),
  target: time.dayAt(target),
  keyResults: keyResults.map((keyResult) => ({ ...keyResult, id: null })),
});

/** Saves an objective as the app's form does. */
export const state = (stated: Stated, account: string, now: number, time: StoryTime): Promise<unknown> =>
  saveObjective({ key: stated.key, revision: null, objective: draftOf(stated, time) }, account, now);

export async function change(told: Change, now: number, time: StoryTime): Promise<void> {
  const account = accountOf(told.by);
  if ('state' in told) {
    await state(told.state, account, now, time);
    return;
  }
  const { key } = told;
  const { revision, archived, ...objective } = await statedObjective(key);
  if ('archive' in told) await archiveObjective({ key, revision, archived: !archived }, account, now);
  else if ('move' in told) await moveObjective({ key, revision, ...told.move, before: null }, account, now);
  else await saveObjective({ key, revision, objective: withSet(objective, told.set, time) }, account, now);
}

const withSet = (
  { keyResults, ...objective }: ObjectiveDraft,
  { target, goals = {}, ...set }: Extract<Change, { set: unknown }>['set'],
  time: StoryTime,
): ObjectiveDraft => ({
  ...objective,
  ...set,
  ...(target === undefined ? {} : { target: time.dayAt(target) }),
  keyResults: keyResults.map((keyResult) => {
    const to = goals[keyResult.title];
    return to === undefined || keyResult.goal.kind !== 'reach'
      ? keyResult
      : { ...keyResult, goal: { ...keyResult.goal, target: to } };
  }),
});

/** Makes a check-in as the objective's owner. */
export async function say(key: string, said: SaidOf, now: number, time: StoryTime): Promise<void> {
  const { keyResults } = await statedObjective(key);
  const values = Object.entries(said.values ?? {}).map(([title, value]) => {
    const keyResult = keyResults.find((one) => one.title === title)?.id;
    if (typeof keyResult !== 'number') throw new Error(`${key} has no key result "${title}".`);
    return { keyResult, value };
  });
  const { note, health = null, decision = null } = said;
  const day = time.dayAt(said.day);
  await checkIn({ objective: key, day, note, health, decision, values }, accountOf(said.by), now);
}
