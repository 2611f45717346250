import { renderHook } from '@testing-library/react';
import { useHeld } from '../../../static/src/shared/useHeld';

it('is the value as it was when holding began, and the newest again when that ends', () => {
  const { result, rerender } = renderHook(({ value, isHeld }) => useHeld(value, isHeld), {
    initialProps: { value: 'a', isHeld: false },
  });
  const seen = [result.current];
  for (const props of [
    { value: 'b', isHeld: false },
    { value: 'b', isHeld: true },
    { value: 'c', isHeld: true },
    { value: 'c', isHeld: false },
  ]) {
    rerender(props);
    seen.push(result.current);
  }
  expect(seen).toEqual(['a', 'b', 'b', 'b', 'c']);
});
