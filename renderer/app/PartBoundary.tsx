import { Component, type ReactNode } from 'react';
import { ErrorState } from '../design/ErrorState.tsx';
import { t } from '../i18n/index.ts';

/** Keeps a fault of one part inside its frame; the rest of the window, and the project, go on. */
export class PartBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="Boundary">
        <ErrorState
          problem={{ message: t('app.fault.title'), remedy: t('app.fault.text') }}
          action={{ label: t('app.fault.again'), run: () => this.setState({ failed: false }) }}
        />
      </div>
    );
  }
}
