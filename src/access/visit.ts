import { z } from 'zod';
import type { Settings } from '../domain/settings';
import type { Day } from '../domain/time/day';
import { myGroups } from '../jira/groups';
import { visitorPermissions } from '../jira/permissions';
import { rolesNeedGroups } from '../settings/roles';
import { refuseSpender } from './budget';
import { LAST_REVIEW, lastReviewFrom } from '../settings/lastReview';
import { SETTINGS, settingsFrom } from '../settings/siteSettings';
import type { Reading } from '../jira/toWorkItem';
import { READING_SETTINGS, storedReading } from '../site/siteReading';
import { settingsAndAnswers, storeAnswers } from '../store/runs/visitorAnswers';

/**
 * How long Jira's answers about a visitor hold. Each question costs rate points that all sites share, and pages ask the
 * same ones at every view. So a permission that is withdrawn counts for up to five minutes more.
 */
const KEPT_MS = 300_000;

const SITE = 0;
const ofSite = z.object({
  administer: z.boolean(),
  /** projects that they may browse; `null`: not asked yet */
  browsable: z.array(z.number()).nullable(),
  /** ids of the visitor's groups; `null`: not asked yet */
  groups: z.array(z.string()).nullable(),
});
const ofIssue = z.object({ sees: z.boolean(), edits: z.boolean() });

type OfSite = z.infer<typeof ofSite>;
type OfIssue = z.infer<typeof ofIssue>;

export type Answers = {
  administer: boolean;
  browsable: ReadonlySet<number>;
  groups: ReadonlySet<string>;
  /** of the issues asked about */
  visible: ReadonlySet<number>;
  editable: ReadonlySet<number>;
};

/**
 * What to ask Jira: which of these projects they may browse (`null`: none matter), and their permissions on these
 * issues.
 */
export type Wanted = { projects: readonly number[] | null; issues?: readonly number[] };

/**
 * Reads the site's settings, the day of its last review, and what Jira said of a visitor in the last five minutes, on the site and on these issues.
 * One statement.
 * @throws AppError `busy` if the visitor asked for too much
 * @param anew ignore what Jira said before: for calls that no other check guards
 * @param withReading read too how issues of this site are read
 */
export const beginVisit = async (
  account: string,
  {
    issues = [],
    anew = false,
    withReading = false,
  }: { issues?: readonly number[]; anew?: boolean; withReading?: boolean },
): Promise<Visit> => {
  const now = Date.now();
  // No stored answer is newer than now, so all are asked again.
  const since = anew ? now + 1 : now - KEPT_MS;
  const names = [SETTINGS, LAST_REVIEW, ...(withReading ? READING_SETTINGS : [])];
  const { settings, spent, answers } = await settingsAndAnswers(names, account, [SITE, ...issues], since);
  const [decided, reviewed, ...reading] = settings;
  refuseSpender(account, spent, now);
  const site = ofSite.safeParse(answers.find(({ subject }) => subject === SITE)?.answer);
  const known = answers.filter(({ subject }) => subject !== SITE);
  const kept = known.map(({ subject, answer }): [number, OfIssue] => [subject, ofIssue.parse(answer)]);
  return new Visit(
    account,
    settingsFrom(decided),
    lastReviewFrom(reviewed),
    withReading ? storedReading(reading) : null,
    site.success ? site.data : null,
    new Map(kept),
  );
};

export class Visit {
  constructor(
    readonly account: string,
    readonly settings: Settings,
    readonly lastReview: Day | null,
    /** `null`: not asked for, or the app has not looked at the site yet */
    readonly reading: Reading | null,
    private site: OfSite | null,
    private readonly issues: Map<number, OfIssue>,
  ) {}

  /**
   * What the visitor may do. Asks Jira, as the visitor, only what it has not said lately: at most one call for each
   * 1,000 projects, and one for groups. Then stores the answers, in one statement.
   */
  async ask({ projects, issues = [] }: Wanted): Promise<Answers> {
    const unknown = issues.filter((id) => !this.issues.has(id));
    const before = this.site;
    const site = projects !== null && before?.browsable === null ? null : before;
    const said =
      site === null || unknown.length > 0 ? await visitorPermissions(site ? [] : (projects ?? []), unknown) : null;
    const now: OfSite = site ?? {
      administer: said?.administer ?? false,
      browsable: projects && [...(said?.browsable ?? [])],
      groups: before?.groups ?? null,
    };
    const needsGroups = now.groups === null && rolesNeedGroups(this.settings, now.administer);
    this.site = needsGroups ? { ...now, groups: [...(await myGroups())] } : now;
    for (const id of unknown) {
      this.issues.set(id, { sees: said?.visible.has(id) ?? false, edits: said?.editable.has(id) ?? false });
    }
    await this.keep(this.site === before ? unknown : [SITE, ...unknown]);
    return this.answers(this.site);
  }

  /** As `ask`, but asks Jira again about the site, whatever it said before. */
  async askAnew(wanted: Wanted): Promise<Answers> {
    this.site = null;
    return this.ask(wanted);
  }

  private async keep(subjects: readonly number[]): Promise<void> {
    const answers = subjects.map((subject) => ({
      subject,
      answer: subject === SITE ? this.site : this.issues.get(subject),
    }));
    await storeAnswers(this.account, answers, Date.now());
  }

  private answers({ administer, browsable, groups }: OfSite): Answers {
    const idsWith = (may: (one: OfIssue) => boolean) =>
      new Set([...this.issues].filter(([, one]) => may(one)).map(([id]) => id));
    return {
      administer,
      browsable: new Set(browsable ?? []),
      groups: new Set(groups),
      visible: idsWith(({ sees }) => sees),
      editable: idsWith(({ edits }) => edits),
    };
  }
}
