import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Measure, WindowDays } from '../../../../src/contract';
import { DEFAULT_WINDOW_DAYS, WINDOW_DAYS } from '../../../../src/domain/time/window';
import { MEASURES } from '../../../../src/domain/work/tally';

/** The window and the measure of the figures shown. */
export type Look = { window: WindowDays; measure: Measure };

const USUAL: Look = { window: DEFAULT_WINDOW_DAYS, measure: 'items' };

/** The look in an address. Missing and unknown values take the defaults. */
function lookOf(query: URLSearchParams): Look {
  return {
    window: WINDOW_DAYS.find((days) => String(days) === query.get('window')) ?? USUAL.window,
    measure: MEASURES.find((measure) => measure === query.get('measure')) ?? USUAL.measure,
  };
}

/** A look as parameters of an address; defaults are `null`. */
export const inAddress = ({ window, measure }: Look): Record<keyof Look, string | null> => ({
  window: window === USUAL.window ? null : String(window),
  measure: measure === USUAL.measure ? null : measure,
});

/** The query string of a look and `more`, without defaults. Empty, or begins with "?". */
export function searchOf(look: Look, more: Record<string, string> = {}): string {
  const query = new URLSearchParams(more);
  for (const [name, value] of Object.entries(inAddress(look))) if (value !== null) query.set(name, value);
  const text = query.toString();
  return text && `?${text}`;
}

/** The look in the page's address, which all tabs share. */
export function useLook(): Look {
  const [query] = useSearchParams();
  const { window, measure } = lookOf(query);
  return useMemo(() => ({ window, measure }), [window, measure]);
}
