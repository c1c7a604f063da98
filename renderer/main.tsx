import './design/tokens.css';
import './design/base.css';
import './design/controls.css';
import './design/overlays.css';
import './design/inspector.css';
import './design/page.css';
import './app/frame.css';
import './start/start.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { applySettings } from './app/applySettings.ts';
import { connect } from './app/client.ts';
import { registerCoreCommands } from './app/commands/coreCommands.ts';
import { registerRefreshCommands } from './refresh/refreshCommands.ts';
import { watchSourcePlaces } from './refresh/watchSourcePlaces.ts';

applySettings();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root.');
const shown = createRoot(root);
// The first half is a constant: a production build leaves the gallery out.
if ((import.meta.env.DEV || import.meta.env.MODE === 'gallery') && location.hash === '#gallery') {
  const { Gallery } = await import('./charts/Gallery.tsx');
  shown.render(<Gallery />);
} else {
  registerCoreCommands();
  registerRefreshCommands();
  watchSourcePlaces();
  connect();
  shown.render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
