/**
 * What the pages may ask and what they get back. Types only: of `src`, the pages import this folder, and the rules in `src/domain`.
 *
 * Conventions: sizes are in the asked measure (a count of items, or story points); ratios are 0…1, and `null` where there is
 * no value (never 0 for "nothing known"); days are numbers (`Day`: days since 1970-01-01 in the site's time zone), which a page
 * writes as dates where it shows them; instants are ISO 8601 in UTC.
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
