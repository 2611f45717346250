import { chromiumPath } from './chromium';

/** Unpacks the browser once, before parallel workers could meet over half a file. */
export default async function setup(): Promise<void> {
  await chromiumPath();
}
