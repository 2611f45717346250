import 'virtual:atlassian-tokens.css';
import '@atlaskit/css-reset';
import './global.css';
import { view } from '@forge/bridge';
import { createRoot } from 'react-dom/client';
import { App } from './App';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

// Without theming the page is light, but works.
view.theme.enable().catch(() => undefined);
createRoot(root).render(<App />);
