import { z } from 'zod';
import { myGroups } from '../jira/groups';
import { visitorPermissions } from '../jira/permissions';
import { rolesNeedGroups } from '../settings/roles';
import { SETTINGS, settingsFrom, type SiteSettings } from '../settings/siteSettings';
import { settingAndAnswers, storeAnswers } from '../store/runs/visitorAnswers';

/**
 * For so long what Jira said of a visitor is taken for true. Each question costs rate points that all sites of the app share, and a
 * page asks the same ones at every look. So a permission that is taken away may tell no more after five minutes.
 */
const KEPT_MS = 300_000;

const SITE = 0;
const ofSite = z.object({
  administer: z.boolean(),
  /** `null`: nobody asked which projects they may browse */
  browsable: z.array(z.number()).nullable(),
  /** ids of the visitor's groups; `null`: nobody needed them */
  groups: z.array(z.string()).nullable(),
});
const ofIssue = z.object({ sees: z.boolean(), edits: z.boolean() });

type OfSite = z.infer<typeof ofSite>;
type OfIssue = z.infer<typeof ofIssue>;

/** What Jira says of a visitor. */
export type Answers = {
  administer: boolean;
  browsable: ReadonlySet<number>;
  groups: ReadonlySet<string>;
  /** of the issues that were asked about */
  visible: ReadonlySet<number>;
  editable: ReadonlySet<number>;
};

/** What is wanted of Jira: which of these projects they may browse (`null`: that does not matter), and what of these issues. */
export type Wanted = { projects: readonly number[] | null; issues?: readonly number[] };

/**
 * A visitor and the site's settings, with what Jira said of them in the last five minutes: of the site, and of these issues. One
 * statement. `anew`: as if Jira had said nothing, for calls that change what no other check guards.
 */
export const beginVisit = async (
  account: string,
  { issues = [], anew = false }: { issues?: readonly number[]; anew?: boolean },
): Promise<Visit> => {
  const now = Date.now();
  const since = anew ? now + 1 : now - KEPT_MS;
  const { setting, answers } = await settingAndAnswers(SETTINGS, account, [SITE, ...issues], since);
  const site = ofSite.safeParse(answers.find(({ subject }) => subject === SITE)?.answer);
  const known = answers.filter(({ subject }) => subject !== SITE);
  const kept = known.map(({ subject, answer }): [number, OfIssue] => [subject, ofIssue.parse(answer)]);
  return new Visit(account, settingsFrom(setting), site.success ? site.data : null, new Map(kept));
};

export class Visit {
  constructor(
    readonly account: string,
    readonly settings: SiteSettings,
    private site: OfSite | null,
    private readonly issues: Map<number, OfIssue>,
  ) {}

  /**
   * What the visitor may do. Asks Jira as the visitor only for what it did not say lately: at most one call for each thousand projects, and
   * one for their groups where those matter; then it is kept, in one statement.
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

  /** The same of the site once more, whatever Jira said before. */
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
