import './bridge';
import '@testing-library/jest-dom';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '../../../static/src/App';

/** Shows the page that `placePage` placed, and hands back a person to use it. */
export function openPage() {
  render(<App />);
  return userEvent.setup();
}
