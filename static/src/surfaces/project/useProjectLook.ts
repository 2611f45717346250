import { useMemo } from 'react';
import type { WorkFilter } from '../../../../src/contract';
import { useAddress } from '../../shared/routing/address';
import { inAddress, useLook } from '../../shared/routing/look';
import type { Look } from './useProject';

/** What a filter may name, by its name in the address. */
const FILTER_KEYS = ['sprint', 'fixVersion', 'component'] as const satisfies readonly (keyof WorkFilter)[];

/** The look in the page's address, so that it can be shared and found again with Back. */
export function useProjectLook(): [look: Look, setLook: (look: Look) => void] {
  const { window, measure } = useLook();
  const [query, put] = useAddress();
  const chosen = FILTER_KEYS.map((key) => query.get(key) ?? '').join('\n');
  const look = useMemo((): Look => {
    const ids = chosen.split('\n');
    const filter = Object.fromEntries(FILTER_KEYS.flatMap((key, at) => (ids[at] ? [[key, ids[at]]] : [])));
    return { window, measure, filter };
  }, [window, measure, chosen]);
  const setLook = ({ filter, ...shown }: Look) =>
    put({ ...inAddress(shown), ...Object.fromEntries(FILTER_KEYS.map((key) => [key, filter[key] ?? null])) });
  return [look, setLook];
}
