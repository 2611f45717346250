import type { Answer, Contract } from '../../../src/contract';
import { SiteClock } from '../../site/clock';
import { createSite, type Site } from '../../site/site';
import type { SqlEngine } from '../../site/platform/sql/engine';
import { migrated } from '../../site/platform/sql/migrated';
import { FunctionProcess } from '../functions/functionProcess';
import { Meter } from '../meter';
import { ADMIN, type BenchSite, buildSite } from '../site/buildSite';

/** Noon of a Monday, so that every run has the same days. */
const NOW = Date.UTC(2026, 4, 18, 12);
/** A function's heap, in MiB. */
const HEAP_MB = 256;

/** A filled site on which the app is not installed yet, and what measures it. */
export type World = {
  site: Site;
  made: BenchSite;
  engine: SqlEngine;
  functions: FunctionProcess;
  meter: Meter;
  issues: number;
  close(): Promise<void>;
};

/**
 * Makes a site with so many issues, whose database has the app's tables, with the app's functions in a separate
 * process.
 */
export async function makeWorld(issues: number, engine: SqlEngine): Promise<World> {
  await migrated(engine);
  const meter: Meter = new Meter(() => site);
  const begin = await FunctionProcess.start(HEAP_MB);
  let functions: FunctionProcess | null = null;
  const site: Site = await createSite({
    clock: SiteClock.runningFrom(NOW),
    engine,
    openapi: false,
    functions: (app, clock, answer) => (functions = begin(app, clock, meter.watch(answer))),
  });
  if (functions === null) throw new Error('The site made no use of the functions’ process.');
  const running: FunctionProcess = functions;
  return {
    site,
    made: buildSite(site.jira, issues),
    engine,
    functions: running,
    meter,
    issues,
    close: async () => {
      await running.stop();
      await site.close();
    },
  };
}

type Data<K extends keyof Contract> = Extract<ReturnType<Contract[K]>, { ok: true }>['data'];

/**
 * Makes a call as a page does.
 * @throws if the app answers an error
 */
export async function call<K extends keyof Contract>(
  { site }: World,
  viewer: { accountId: string; moduleKey: string; extension: object },
  name: K,
  payload: Parameters<Contract[K]>[0],
): Promise<Data<K>> {
  const answer = (await site.invoke(name, payload, viewer)) as Answer<Data<K>>;
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  return answer.data;
}

export const onPortfolio = (accountId: string = ADMIN) => ({ accountId, moduleKey: 'portfolio', extension: {} });
