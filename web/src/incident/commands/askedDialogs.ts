import { AssignDialog } from './AssignDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { NoteDialog } from './NoteDialog.tsx';
import { OverrideDialog } from './OverrideDialog.tsx';
import { SnoozeDialog } from './SnoozeDialog.tsx';

/** One file, so that one download brings them all. */
export const askedDialogs = {
  SNOOZE: SnoozeDialog,
  ASSIGN: AssignDialog,
  OVERRIDE: OverrideDialog,
  MERGE: MergeDialog,
  NOTE: NoteDialog,
} as const;
