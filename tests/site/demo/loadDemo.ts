import { migrate } from '../../../src/store/migrations';
import { importStrategy } from '../../../src/strategy/importStrategy';
import type { JiraSite } from '../jira/jiraSite';
import { buildDemo } from './buildDemo';
import { demoStrategy } from './strategy';

type SiteLike = { jira: JiraSite; runInApp: <T>(work: () => Promise<T>) => Promise<T> };

/** Fills an empty site with the demo: people, projects with twelve weeks of work, and the strategy that it serves, or not. */
export async function loadDemo(site: SiteLike): Promise<void> {
  buildDemo(site.jira);
  const today = Math.floor(site.jira.clock.now() / 86_400_000);
  await site.runInApp(async () => {
    await migrate();
    await importStrategy(demoStrategy(today));
  });
}
