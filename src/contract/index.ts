/**
 * What the front end may ask and what it gets back. Types only: this folder is the one thing that `static` imports of `src`.
 *
 * Conventions: sizes are in the asked measure (a count of items, or story points); ratios are 0…1, and `null` where there is
 * no value (never 0 for "nothing known"); days are `YYYY-MM-DD` in the site's time zone; instants are ISO 8601 in UTC.
 */

import type { IssueCalls } from './issue';
import type { OperationsCalls } from './operations';
import type { PortfolioCalls } from './portfolio';
import type { ProjectCalls } from './project';
import type { SettingsCalls } from './settings';
import type { StrategyCalls } from './strategy';

export type * from './common';
export type * from './factors';
export type * from './issue';
export type * from './operations';
export type * from './portfolio';
export type * from './project';
export type * from './settings';
export type * from './strategy';

/** The calls. A `type`, because `makeResolver` and `makeInvoke` do not take an interface. */
export type Contract = IssueCalls & ProjectCalls & PortfolioCalls & StrategyCalls & SettingsCalls & OperationsCalls;
