import { Component, type ReactNode } from 'react';
import { translate } from '#renderer/i18n/i18n.ts';
import { Button } from '#renderer/ui/button.tsx';

interface BoundaryProps {
  readonly children: ReactNode;
  /** A change of it (another page) tries again. */
  readonly resetKey: string;
}
interface BoundaryState {
  readonly failed: boolean;
  readonly key: string;
}

/** A bug ends here: the page says so, the rest of the app goes on. Nothing of the error is logged or shown. */
export class ErrorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: false, key: this.props.resetKey };

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { failed: true };
  }
  static getDerivedStateFromProps(props: BoundaryProps, state: BoundaryState): Partial<BoundaryState> | null {
    return props.resetKey === state.key ? null : { failed: false, key: props.resetKey };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="s-failed" role="alert">
        <h1>{translate('shell.failedTitle')}</h1>
        <p>{translate('shell.failedText')}</p>
        <Button variant="primary" onClick={() => this.setState({ failed: false })}>
          {translate('shell.failedAgain')}
        </Button>
      </div>
    );
  }
}
