import type { AskedCommand } from './askedCommand.ts';
import { askedDialogs } from './askedDialogs.ts';

interface AskedDialogProps {
  readonly asked: AskedCommand;
  readonly onClose: () => void;
}

export function AskedDialog({ asked, onClose }: AskedDialogProps) {
  const Dialog = askedDialogs[asked.kind];
  return <Dialog targets={asked.targets} onClose={onClose} />;
}
