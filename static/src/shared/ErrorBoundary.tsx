import { Component, type ReactNode } from 'react';
import { ErrorState } from './ErrorState';

/** Shows an error of the page itself, which would otherwise leave an empty frame. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    return error ? <ErrorState error={error} retry={() => this.setState({ error: null })} /> : this.props.children;
  }
}
