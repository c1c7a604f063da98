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

applySettings();
registerCoreCommands();
connect();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
