import { recordReview } from '../../../src/insight/portfolio/review';
import { saveSettings, siteSettings } from '../../../src/settings/siteSettings';
import { database } from '../../../src/store/sql/database';
import { storeDecision, storeProposal } from '../../../src/store/strategy/proposedEpics';
import { objectiveIds } from '../../../src/store/strategy/objectives';
import { raiseBlockVersions } from '../../../src/store/blocks/blockVersions';
import { refreshOutdated } from '../../../src/sync/follow/refresh';
import { takeSnapshots } from '../../../src/sync/snapshots';
import type { JiraSite } from '../jira/jiraSite';
import { demoPeople, EDITORS } from './people';
import { changes } from './story/changes';
import { checkIns } from './story/checkIns';
import { proposals, type Proposed } from './story/proposals';
import { firstStated } from './story/stated';
import { change, say, state } from './story/tell';
import { StoryTime } from './story/time';

/** Twelve weeks. */
const FIRST_DAY = -84;
/** The app has taken snapshots for six weeks; earlier days are reconstructed. */
const FIRST_RECORDED = -42;
const LAST_REVIEW = -14;

/** The largest share of run-the-business work. */
const GUARDRAIL = 0.3;

const MORNING = 9;
const AFTERNOON = 15;
const EVENING = 21;

/** Enters the strategy as of twelve weeks ago, and an admin's settings. */
export async function stateStrategy(jira: JiraSite): Promise<void> {
  const time = new StoryTime(jira.clock.now());
  const groups = jira.directory.groups().filter(({ name }) => name === EDITORS);
  const editorGroups = groups.map(({ groupId, name }) => ({ id: groupId, name }));
  await saveSettings({ ...(await siteSettings()), editorGroups, guardrail: GUARDRAIL });
  for (const [index, stated] of firstStated.entries()) {
    await state(stated, demoPeople.productManager.accountId, time.at(FIRST_DAY, MORNING + index / 60), time);
  }
}

/**
 * Plays the twelve weeks day by day: the app gets each day's changes and check-ins, counts as of that day, and takes
 * its snapshots. So the history is the app's own work.
 */
export async function liveDemo(jira: JiraSite): Promise<void> {
  const time = new StoryTime(jira.clock.now());
  const recount = (now: number) => refreshOutdated(now, jira.timeZone);
  // Their figures end today. To be counted as of an earlier day they must be behind.
  const blocks = await database.selectFrom('block').select('id').execute();
  await raiseBlockVersions(blocks.map(({ id }) => Number(id)));
  for (let day = FIRST_DAY; day <= 0; day += 1) {
    const changed = changes.filter((one) => one.day === day);
    if (changed.length > 0) await recount(time.at(day, 0));
    for (const one of changed) await change(one, time.at(day, MORNING), time);
    for (const [key, said] of Object.entries(checkIns)) {
      for (const one of said.filter((at) => at.day === day)) await say(key, one, time.at(day, AFTERNOON), time);
    }
    for (const one of proposals) await propose(jira, one, day, time);
    if (day === LAST_REVIEW) await recordReview(time.at(day, AFTERNOON));
    if (day >= FIRST_RECORDED) {
      await recount(time.at(day, EVENING));
      await takeSnapshots(time.at(day, EVENING));
    }
  }
}

/** Proposals and decisions of a day. */
async function propose(jira: JiraSite, proposed: Proposed, today: number, time: StoryTime): Promise<void> {
  const epic = [...jira.issues.all()].find(({ summary }) => summary === proposed.epic);
  if (!epic) throw new Error(`The demo has no epic "${proposed.epic}".`);
  const [issue, project] = [Number(epic.id), Number(epic.project.id)];
  const { by, day, note, decided } = proposed;
  if (day === today) {
    const proposer = { account: demoPeople[by].accountId, mayEdit: false };
    await storeProposal({ issue, project, by: proposer, at: time.at(day, AFTERNOON), note });
  }
  if (decided?.day !== today) return;
  await storeDecision({
    issue,
    by: demoPeople[decided.by].accountId,
    at: time.at(today, AFTERNOON),
    verdict:
      'accept' in decided
        ? { state: 'accepted', objective: (await objectiveIds([decided.accept])).ids.get(decided.accept) ?? 0 }
        : { state: 'declined', reason: decided.decline },
  });
}
