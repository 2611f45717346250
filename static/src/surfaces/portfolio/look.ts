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

/** The query string of a look and `more`, without defaults. Empty, or begins with "?". */
export function searchOf(look: Look, more: Record<string, string> = {}): string {
  const query = new URLSearchParams(more);
  if (look.window !== USUAL.window) query.set('window', String(look.window));
  if (look.measure !== USUAL.measure) query.set('measure', look.measure);
  const text = query.toString();
  return text && `?${text}`;
}

/** The look in the page's address, which all tabs share. */
export function useLook(): Look {
  const [query] = useSearchParams();
  const { window, measure } = lookOf(query);
  return useMemo(() => ({ window, measure }), [window, measure]);
}

type Parameters = Readonly<Record<string, string | null>>;

/** The parameters of the page's address. `put` sets some, or removes empty ones; it replaces the history entry. */
export function useAddress(): [query: URLSearchParams, put: (values: Parameters) => void] {
  const [query, setQuery] = useSearchParams();
  const put = (values: Parameters) =>
    setQuery(
      (now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries(values)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  return [query, put];
}

/** A parameter of the page's address; `null`: the default. */
export function useChoice(name: string): [chosen: string | null, choose: (value: string | null) => void] {
  const [query, put] = useAddress();
  return [query.get(name), (value) => put({ [name]: value })];
}
