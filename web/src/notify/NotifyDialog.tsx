import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Severity } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';
import { SeverityIcon } from '../components/SeverityIcon.tsx';
import { severities, severityWord } from '../components/severity.ts';
import type { NotifySettings } from './notifySettings.ts';
import { playTone } from './playTone.ts';

interface NotifyDialogProps {
  readonly settings: NotifySettings;
  readonly onChange: (settings: NotifySettings) => void;
  readonly onClose: () => void;
}

const usualQuiet = { from: '22:00', to: '07:00' } as const;

function toggledIn(list: readonly Severity[], severity: Severity): readonly Severity[] {
  return list.includes(severity) ? list.filter((each) => each !== severity) : [...list, severity];
}

/** Desktop notifications and sounds of this browser, by severity, and when it is to be quiet. */
export function NotifyDialog({ settings, onChange, onClose }: NotifyDialogProps) {
  const [permission, setPermission] = useState(() => ('Notification' in window ? Notification.permission : 'denied'));
  const { desktop, sound, quiet, criticalAlways } = settings;
  async function changeDesktop(severity: Severity): Promise<void> {
    const next = { ...settings, desktop: toggledIn(desktop, severity) };
    // The browser asks only when a person has just done something.
    const answer = permission === 'default' ? await Notification.requestPermission() : permission;
    setPermission(answer);
    if (answer === 'granted') onChange(next);
  }
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="fixed inset-0 z-50 flex items-center justify-center bg-overlay p-4"
    >
      <Modal className="surface max-h-full w-full max-w-md overflow-y-auto shadow-card">
        <Dialog className="flex flex-col gap-4 p-4 outline-none">
          <Heading slot="title" className="text-16 font-semibold">
            Notifications
          </Heading>
          <table className="w-full text-13">
            <thead>
              <tr className="text-12 text-muted">
                <th scope="col" className="text-left font-semibold">
                  New incidents
                </th>
                <th scope="col" className="w-24 font-semibold">
                  Desktop
                </th>
                <th scope="col" className="w-24 font-semibold">
                  Sound
                </th>
              </tr>
            </thead>
            <tbody>
              {severities.map((severity) => (
                <tr key={severity} className="border-t border-border">
                  <th scope="row" className="h-9 text-left font-normal">
                    <span className="inline-flex items-center gap-2">
                      <SeverityIcon severity={severity} />
                      {severityWord[severity]}
                    </span>
                  </th>
                  <td className="text-center">
                    <input
                      type="checkbox"
                      aria-label={`Desktop notification for ${severityWord[severity]}`}
                      className="size-4 align-middle"
                      checked={desktop.includes(severity) && permission === 'granted'}
                      disabled={permission === 'denied'}
                      onChange={() => void changeDesktop(severity)}
                    />
                  </td>
                  <td className="text-center">
                    <input
                      type="checkbox"
                      aria-label={`Sound for ${severityWord[severity]}`}
                      className="size-4 align-middle"
                      checked={sound.includes(severity)}
                      onChange={() => {
                        if (!sound.includes(severity)) playTone(severity);
                        onChange({ ...settings, sound: toggledIn(sound, severity) });
                      }}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {permission === 'denied' && (
            <p className="text-12 text-muted">
              The browser does not let this page show notifications. Its settings for this site can allow them.
            </p>
          )}
          <fieldset className="flex flex-col gap-2 border-t border-border pt-3">
            <label className="flex min-h-6 items-center gap-2 text-13 font-semibold">
              <input
                type="checkbox"
                checked={quiet !== null}
                onChange={({ target }) => onChange({ ...settings, quiet: target.checked ? usualQuiet : null })}
              />
              Quiet hours
            </label>
            {quiet !== null && (
              <div className="flex flex-wrap items-center gap-2 pl-6 text-13">
                <label className="inline-flex items-center gap-2">
                  from
                  <input
                    type="time"
                    className="field"
                    value={quiet.from}
                    onChange={({ target }) => onChange({ ...settings, quiet: { ...quiet, from: target.value } })}
                  />
                </label>
                <label className="inline-flex items-center gap-2">
                  to
                  <input
                    type="time"
                    className="field"
                    value={quiet.to}
                    onChange={({ target }) => onChange({ ...settings, quiet: { ...quiet, to: target.value } })}
                  />
                </label>
                <label className="flex min-h-6 w-full items-center gap-2">
                  <input
                    type="checkbox"
                    checked={criticalAlways}
                    onChange={({ target }) => onChange({ ...settings, criticalAlways: target.checked })}
                  />
                  Critical is told all the same
                </label>
              </div>
            )}
          </fieldset>
          <p className="text-12 text-muted">They belong to this browser, and come while the board is open in it.</p>
          <Button slot="close" variant="primary" className="self-end">
            Done
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
