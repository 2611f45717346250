import { buildPages } from '../site/server/buildPages';
import { chromiumPath } from './chromium';

/** Once, before all test files: unpacks the browser and builds the pages where they are out of date. */
export default async function setup(): Promise<void> {
  await Promise.all([chromiumPath(), buildPages()]);
}
