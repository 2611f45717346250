import { InputError } from '../load/inputError';
import { SiteClock } from '../clock';
import { buildDemo } from '../demo/buildDemo';
import { loadDemo } from '../demo/loadDemo';
import { typeLines } from '../load/exportFacts';
import { loadExport } from '../load/loadExport';
import { UsageError } from '../commandLine';
import { buildPages } from '../server/buildPages';
import { runByItself } from '../server/runByItself';
import { freePort, isFree, serveSite } from '../server/siteServer';
import { createSite } from '../site';
import { openEngine } from '../platform/sql/engine';
import { migrated } from '../platform/sql/migrated';
import { type StartOptions, readStartOptions } from './options';
import { rewindSite } from './rewindSite';

const PORT = 8080;
/** Jira's events take seconds at best. */
const EVENT_DELAY_MS = 3000;
const DAY_MS = 86_400_000;

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

async function start({ given, asOf, port, engine }: StartOptions): Promise<void> {
  const wanted = port ?? PORT;
  if (port !== null && !(await isFree(port))) throw new UsageError(`--port ${port}: something listens there already.`);
  const free = port !== null || (await isFree(PORT)) ? wanted : await freePort();
  // At the end of a past day, so that everything of that day has happened.
  const clock = asOf === null ? new SiteClock() : SiteClock.runningFrom((asOf + 1) * DAY_MS - 3600_000);
  const site = await createSite({
    clock,
    engine: await migrated(await openEngine(engine)),
    baseUrl: `http://localhost:${free}`,
    openapi: false,
    ...(given.data.length === 0 && { load: buildDemo }),
  });
  site.failures.onFailure((where, error) => console.error(`${where} failed:`, error));

  say('Building the pages…');
  await buildPages();
  if (given.data.length === 0) {
    say('Telling the app the demo’s last twelve weeks…');
    await loadDemo(site);
  } else {
    const { facts } = await loadExport(site, given);
    for (const line of [...typeLines(facts), ...facts.notes]) say(line);
    if (asOf !== null) rewindSite(site.jira, asOf);
    say('Installing the app, which reads every work item once…');
    site.install();
    await site.settle();
  }

  site.eventDelayMs = EVENT_DELAY_MS;
  runByItself(site);
  const { url } = await serveSite(site);
  say(`Ready: ${url}/projects`);
  say(`The strategy: ${url}/apps/portfolio`);
}

const main = async (): Promise<void> => start(readStartOptions(process.argv.slice(2)));

main().catch((error: unknown) => {
  const expected = error instanceof UsageError || error instanceof InputError;
  process.stderr.write(expected ? `${error.message}\n` : `The site did not start: ${String(error)}\n`);
  process.exit(1);
});
