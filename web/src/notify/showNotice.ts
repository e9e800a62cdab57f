import type { Notice } from './notices.ts';

/** Shows a notice on the desktop; `open` opens the one incident that it is about. */
export function showNotice({ title, body, number, severity }: Notice, open: (number: number) => void): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  let notification: Notification;
  try {
    notification = new Notification(title, {
      body,
      tag: number === null ? 'vigil' : `vigil-${number}`,
      requireInteraction: severity === 'CRITICAL',
      silent: true,
    });
  } catch {
    // Chrome on Android grants them and lets only service workers make them: the sound still comes.
    return;
  }
  notification.onclick = () => {
    window.focus();
    if (number !== null) open(number);
    notification.close();
  };
}
