import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './layout/App.tsx';
import { readDensity, showDensity } from './layout/density.ts';
import { parseTheme, readTheme, showTheme } from './layout/theme.ts';
import { restoreSession } from './session/session.ts';
import { takeTokenFromLocation } from './session/token.ts';
import './styles/app.css';
import './board/board.css';
import './board/grid/grid.css';
import './layout/layout.css';

showTheme(parseTheme(new URLSearchParams(window.location.search).get('theme')) ?? readTheme());
showDensity(readDensity());
restoreSession(takeTokenFromLocation());
// A sign-in link that is opened while the board is already open in this tab changes only the fragment.
window.addEventListener('hashchange', () => {
  const token = takeTokenFromLocation();
  if (token !== null) restoreSession(token);
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
