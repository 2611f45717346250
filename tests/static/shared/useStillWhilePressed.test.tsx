import { act, fireEvent, renderHook, waitFor } from '@testing-library/react';
import { useStillWhilePressed } from '../../../static/src/shared/useStillWhilePressed';

const whileOpen = (isOpen = true) =>
  renderHook(({ value, isOpen }) => useStillWhilePressed(value, isOpen), { initialProps: { value: 'all', isOpen } });

describe('a list under a pressed pointer', () => {
  it.each(['pointerUp', 'pointerCancel'] as const)('stays as it is until %s', async (end) => {
    const { result, rerender } = whileOpen();
    fireEvent.pointerDown(document.body);
    rerender({ value: 'found', isOpen: true });
    expect(result.current).toBe('all');

    act(() => void fireEvent[end](document.body));
    // The click comes after the release, and must meet the same option still.
    expect(result.current).toBe('all');
    await waitFor(() => expect(result.current).toBe('found'));
  });

  it('keeps what was there at the last press', () => {
    const { result, rerender } = whileOpen();
    rerender({ value: 'found', isOpen: true });
    fireEvent.pointerDown(document.body);
    rerender({ value: 'found later', isOpen: true });
    expect(result.current).toBe('found');
  });

  it('changes at once while it is closed, and once it closes', () => {
    const { result, rerender } = whileOpen(false);
    fireEvent.pointerDown(document.body);
    rerender({ value: 'found', isOpen: false });
    expect(result.current).toBe('found');

    rerender({ value: 'found', isOpen: true });
    fireEvent.pointerDown(document.body);
    rerender({ value: 'none', isOpen: true });
    rerender({ value: 'none', isOpen: false });
    expect(result.current).toBe('none');
  });
});
