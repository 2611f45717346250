import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Measure, WindowDays } from '../../../../src/contract';
import { DEFAULT_WINDOW_DAYS, WINDOW_DAYS } from '../../../../src/domain/time/window';
import { MEASURES } from '../../../../src/domain/work/tally';

/** Over which days and in which measure the page looks at the work. */
export type Look = { window: WindowDays; measure: Measure };

const USUAL: Look = { window: DEFAULT_WINDOW_DAYS, measure: 'items' };

/** The look that an address names; what it does not name, or names wrongly, is as usual. */
function lookOf(query: URLSearchParams): Look {
  return {
    window: WINDOW_DAYS.find((days) => String(days) === query.get('window')) ?? USUAL.window,
    measure: MEASURES.find((measure) => measure === query.get('measure')) ?? USUAL.measure,
  };
}

/** An address's query that keeps the look, with `more` beside it. What is as usual is not named. */
export function searchOf(look: Look, more: Record<string, string> = {}): string {
  const query = new URLSearchParams(more);
  if (look.window !== USUAL.window) query.set('window', String(look.window));
  if (look.measure !== USUAL.measure) query.set('measure', look.measure);
  const text = query.toString();
  return text && `?${text}`;
}

/** The look of the page's address: shared by all tabs, kept by every link between them. */
export function useLook(): Look {
  const [query] = useSearchParams();
  const { window, measure } = lookOf(query);
  return useMemo(() => ({ window, measure }), [window, measure]);
}

/** Another choice among the address's query, `null` for the usual one. It takes the place of the present one in the history. */
export function useChoice(name: string): [chosen: string | null, choose: (value: string | null) => void] {
  const [query, setQuery] = useSearchParams();
  const choose = (value: string | null) =>
    setQuery(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return [query.get(name), choose];
}
