import type { Clock } from '../clock';
import type { AppField } from './model';

export type JiraSiteOptions = {
  clock: Clock;
  /** The site's time zone; UTC by default. */
  timeZone?: string;
  appFields: AppField[];
  baseUrl?: string;
  /**
   * Atlassian's OpenAPI document, to check every request and answer against; default: where it is found; `false`: no
   * checks
   */
  openapi?: string | false;
};
