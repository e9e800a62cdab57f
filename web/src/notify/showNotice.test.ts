import { afterEach, expect, test, vi } from 'vitest';
import { showNotice } from './showNotice.ts';

afterEach(() => void vi.unstubAllGlobals());

const notice = { title: 'Critical: disk is full', body: '#7 · api', severity: 'CRITICAL', number: 7 } as const;

function browserWith(create: () => void) {
  const made: object[] = [];
  class Notification {
    static permission = 'granted';
    onclick: (() => void) | null = null;
    readonly close = () => {};
    constructor() {
      create();
      made.push(this);
    }
  }
  vi.stubGlobal('window', { Notification, focus: () => {} });
  vi.stubGlobal('Notification', Notification);
  return made as { onclick: (() => void) | null }[];
}

test('a notice of one incident opens it', () => {
  const open = vi.fn<(number: number) => void>();
  const made = browserWith(() => {});
  showNotice(notice, open);
  made[0]?.onclick?.();
  expect(open).toHaveBeenCalledExactlyOnceWith(7);
});

test('a browser whose pages may not make notifications shows none, and what follows goes on', () => {
  const made = browserWith(() => {
    throw new TypeError('Illegal constructor. Use ServiceWorkerRegistration.showNotification() instead.');
  });
  expect(() => showNotice(notice, () => {})).not.toThrow();
  expect(made).toEqual([]);
});
