import { renderHook } from '@testing-library/react';
import { useMeantClicks } from '../../../static/src/shared/useMeantClicks';

const [POINTER, KEYBOARD] = [{ detail: 1 }, { detail: 0 }];
const now = jest.spyOn(performance, 'now');
afterAll(() => now.mockRestore());

it('a click is meant where what it is on was there from the first', () => {
  const { result } = renderHook(() => useMeantClicks('OBJ-1'));
  expect(result.current(POINTER)).toBe(true);
});

it('a click of the pointer is not meant within half a second after what it is on came, one of the keyboard is', () => {
  now.mockReturnValue(1_000);
  const { result, rerender } = renderHook((shown: string | null) => useMeantClicks(shown), {
    initialProps: null as string | null,
  });
  expect(result.current(POINTER)).toBe(true);
  rerender('OBJ-1');
  now.mockReturnValue(1_499);
  expect([result.current(POINTER), result.current(KEYBOARD)]).toEqual([false, true]);
  // Nothing else came.
  rerender('OBJ-1');
  now.mockReturnValue(1_500);
  expect(result.current(POINTER)).toBe(true);
});
