import { channels } from './said/channels';
import { marketing } from './said/marketing';
import type { SaidOf } from './said/saidOf';
import { service } from './said/service';

/** Twelve weeks of check-ins, by objective. */
export const checkIns: Record<string, SaidOf[]> = { ...service, ...channels, ...marketing };
