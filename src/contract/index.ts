/**
 * The calls that pages may make, and their answers. Types only. Of `src`, pages import this folder and the rules in
 * `src/domain`.
 *
 * Sizes are in the requested measure (items or story points). Ratios are 0…1, and `null` without a value, never 0. Days
 * are numbers (`Day`: days since 1970-01-01 in the site's time zone), which pages show as dates. Instants are ISO 8601
 * in UTC.
 */

import type { AuditCalls } from './audit';
import type { BulkCalls } from './bulk';
import type { DroppedCalls } from './dropped';
import type { IssueCalls } from './issue';
import type { OperationsCalls } from './operations';
import type { PastCalls } from './past';
import type { PortfolioCalls } from './portfolio';
import type { ProjectCalls } from './project';
import type { RuleCalls } from './rules';
import type { SettingsCalls } from './settings';
import type { StrategyCalls } from './strategy';
import type { SuggestionCalls } from './suggestions';
import type { TriageCalls } from './triage';

export type * from './audit';
export type * from './bulk';
export type * from './common';
export type * from './dropped';
export type * from './factors';
export type * from './issue';
export type * from './operations';
export type * from './past';
export type * from './portfolio';
export type * from './project';
export type * from './rules';
export type * from './settings';
export type * from './strategy';
export type * from './suggestions';
export type * from './triage';

/** All calls. A `type`, because `makeResolver` and `makeInvoke` do not take an interface. */
export type Contract = IssueCalls &
  ProjectCalls &
  TriageCalls &
  SuggestionCalls &
  BulkCalls &
  RuleCalls &
  PortfolioCalls &
  PastCalls &
  StrategyCalls &
  SettingsCalls &
  DroppedCalls &
  OperationsCalls &
  AuditCalls;
