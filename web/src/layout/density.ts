export type Density = 'comfortable' | 'compact';

const storageKey = 'vigil.density';

export function readDensity(): Density {
  try {
    return window.localStorage.getItem(storageKey) === 'compact' ? 'compact' : 'comfortable';
  } catch {
    return 'comfortable';
  }
}

export function showDensity(density: Density): void {
  document.documentElement.dataset.density = density;
}

export function keepDensity(density: Density): void {
  try {
    window.localStorage.setItem(storageKey, density);
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
  }
}
