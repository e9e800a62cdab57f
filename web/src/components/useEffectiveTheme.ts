import { useSyncExternalStore } from 'react';

const scheme = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  scheme.addEventListener('change', listener);
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    scheme.removeEventListener('change', listener);
    observer.disconnect();
  };
}

function effectiveTheme(): 'light' | 'dark' {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return scheme.matches ? 'dark' : 'light';
}

/** The theme that is shown: the one that was chosen, else the system's. */
export function useEffectiveTheme(): 'light' | 'dark' {
  return useSyncExternalStore(subscribe, effectiveTheme);
}
