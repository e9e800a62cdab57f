import { useEffect } from 'react';
import { useOpenIncident } from '../incident/useOpenIncident.ts';
import { useLiveStore } from '../live/LiveContext.tsx';
import { compareUrgency } from '../live/order.ts';
import { newsOf, noticeOf } from './notices.ts';
import { mayTell, type NotifySettings } from './notifySettings.ts';
import { playTone } from './playTone.ts';
import { showNotice } from './showNotice.ts';

/** At most one notice in so many ms: what comes meanwhile is told together. */
const gatherMs = 2_000;
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** Tells of new incidents on the desktop and by sound, as the settings want it. */
export function useNotices(settings: NotifySettings): void {
  const live = useLiveStore();
  const open = useOpenIncident();
  useEffect(() => {
    if (settings.desktop.length + settings.sound.length === 0) return;
    let { seen } = newsOf(live.getState().incidents.values(), new Map());
    let incidents = live.getState().incidents;
    let timer: ReturnType<typeof setTimeout> | undefined;
    function tell(): void {
      timer = undefined;
      const found = newsOf(live.getState().incidents.values(), seen);
      seen = found.seen;
      const time = clock.format(Date.now());
      const told = found.news.filter(({ severity }) => mayTell(settings, severity, time)).sort(compareUrgency);
      const [worst, ...others] = told.filter(({ severity }) => settings.desktop.includes(severity));
      if (worst !== undefined) showNotice(noticeOf([worst, ...others]), open);
      const loudest = told.find(({ severity }) => settings.sound.includes(severity));
      if (loudest !== undefined) playTone(loudest.severity);
    }
    const unsubscribe = live.subscribe(() => {
      const next = live.getState().incidents;
      if (next === incidents) return;
      incidents = next;
      timer ??= setTimeout(tell, seen.size === 0 ? 0 : gatherMs);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [live, open, settings]);
}
