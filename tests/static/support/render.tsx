import './bridge';
import '@testing-library/jest-dom';
import { configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '../../../static/src/App';

// The first page of a run is read from disk, which takes a busy machine longer than a second.
configure({ asyncUtilTimeout: 4_000 });

/** Shows the page that `placePage` placed, and hands back a person to use it. */
export function openPage() {
  render(<App />);
  return userEvent.setup();
}
