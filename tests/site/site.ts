import { appFieldsOf } from './platform/forge/appFields';
import { type Clock, SiteClock } from './clock';
import { Agenda } from './platform/forge/agenda';
import { type Answerer, AppFunctions } from './platform/forge/appFunctions';
import { Failures } from './platform/forge/failures';
import { Faults } from './platform/forge/faults';
import { refuseUnlicensed } from './platform/forge/licensed';
import { JqlFunctions } from './platform/forge/jqlFunctions';
import { Lately } from './platform/forge/lately';
import { type AppManifest, readManifest } from './platform/forge/manifest';
import { type Services, answerApp } from './platform/forge/platform';
import { Queues } from './platform/forge/queues';
import { type Viewer, callResolver, viewContext } from './platform/forge/resolvers';
import { INSTALLATION_ID } from './platform/forge/runtime';
import { StatementLog } from './platform/forge/statementLog';
import { type Interval, Triggers } from './platform/forge/triggers';
import { JiraSite } from './jira/jiraSite';
import { type SqlEngine, embeddedEngine } from './platform/sql/engine';

export type SiteOptions = {
  /** The folder of the app's manifest.yml and src; default: the working directory. */
  folder?: string;
  /** The site's clock; default: the machine's. */
  clock?: SiteClock;
  engine?: SqlEngine;
  /** Atlassian's OpenAPI document; by default where it is found; `false`: no checks. */
  openapi?: string | false;
  /** Delay of Jira's events; default 0, in a real Jira up to three minutes. */
  eventDelayMs?: number;
  timeZone?: string;
  baseUrl?: string;
  /** Where the app's functions run; default: in this process. */
  functions?: (app: AppManifest, clock: Clock, answer: Answerer) => AppFunctions;
  /** The Jira of another site, for a second, independent installation of the app. */
  jira?: JiraSite;
  /** Fills the site's Jira before the app listens to its events. */
  load?: (jira: JiraSite) => void;
};

/** A Jira Cloud site with the app: its own people, issues, database and time. */
export interface Site {
  readonly jira: JiraSite;
  readonly clock: SiteClock;
  readonly app: AppManifest;
  /** The app's requests to the platform since the last reset. */
  readonly statements: StatementLog;
  readonly failures: Failures;
  readonly faults: Faults;
  eventDelayMs: number;
  /** Installs the app. Its lifecycle event, delivered by the next `settle`, starts migrations and the first sync. */
  install(): void;
  /** Calls a resolver as a page does. Rejects as the page's `invoke` does. */
  invoke(functionKey: string, payload: unknown, viewer: Viewer): Promise<unknown>;
  /** The context of a page that this viewer has open, as `view.getContext()` answers it. */
  context(viewer: Viewer): Record<string, unknown>;
  /** Runs app code as one of its functions, without a time-out, and as the app unless an account is given. */
  runInApp<T>(work: () => Promise<T>, as?: { accountId: string }): Promise<T>;
  /**
   * Runs everything due at the clock's present time, one after the other, until nothing is. Throws at the end if a
   * function failed.
   */
  settle(): Promise<void>;
  /** Starts everything due without waiting for it: for a site that runs by itself. */
  startDue(): void;
  /** Runs the scheduled triggers of an interval now. Throws if one fails. */
  schedule(interval: Interval): Promise<void>;
  close(): Promise<void>;
}

/**
 * Makes a site with nothing but the app's field, and what `load` makes. Load data there or into `site.jira`, then `install` and `settle`.
 */
export async function createSite(options: SiteOptions = {}): Promise<Site> {
  const folder = options.folder ?? process.cwd();
  const app = readManifest(folder);
  const clock = options.clock ?? new SiteClock();
  const engine = options.engine ?? embeddedEngine();
  const jira =
    options.jira ??
    new JiraSite({
      clock,
      appFields: appFieldsOf(app),
      timeZone: options.timeZone,
      baseUrl: options.baseUrl,
      openapi: options.openapi,
    });
  options.load?.(jira);
  const log = new StatementLog();
  const failures = new Failures();
  const faults = new Faults();
  const agenda = new Agenda();
  const schemaChanges = new Lately(clock);
  const services: Services = { jira, engine, log, faults, queues: () => queues, app, schemaChanges };
  const answer: Answerer = (...request) => answerApp(services, ...request);
  const functions = options.functions?.(app, clock, answer) ?? new AppFunctions(folder, app, clock, answer, log);
  jira.jqlFunctions = new JqlFunctions(app, functions, clock);
  const queues = new Queues(app, functions, agenda, clock, failures, log);
  const triggers = new Triggers(app, functions, agenda, clock, failures);

  const site: Site = {
    jira,
    clock,
    app,
    statements: log,
    failures,
    faults,
    eventDelayMs: options.eventDelayMs ?? 0,
    install: () => {
      const installed = { eventType: 'avi:forge:installed:app', id: INSTALLATION_ID, app: { id: app.appId } };
      triggers.raise(installed, 0);
    },
    invoke: async (functionKey, payload, viewer) => {
      refuseUnlicensed(jira, viewer.accountId);
      return callResolver(app, functions, site.context(viewer), functionKey, payload);
    },
    context: (viewer) => viewContext(app, jira, viewer),
    runInApp: (work, as) => functions.run('runInApp', work, Infinity, as ?? null),
    settle: async () => {
      for (let task = agenda.take(clock.now()); task; task = agenda.take(clock.now())) await agenda.perform(task);
      failures.raise();
    },
    startDue: () => {
      for (let task = agenda.take(clock.now()); task; task = agenda.take(clock.now())) void agenda.perform(task);
    },
    schedule: async (interval) => {
      await triggers.schedule(interval);
      failures.raise();
    },
    close: () => engine.close(),
  };
  jira.onEvent((event) => {
    for (const late of faults.deliveries(event)) triggers.raise(event, site.eventDelayMs + late);
  });
  return Promise.resolve(site);
}
