import {
  Bell,
  BellOff,
  CircleAlert,
  CircleCheck,
  CirclePlus,
  Hand,
  type LucideIcon,
  MessageSquare,
  RotateCcw,
  Siren,
  TrendingDown,
  TrendingUp,
  Undo2,
} from 'lucide-react';
import type { TimelineKind } from '../__generated__/operations.ts';

export const timelineIcon = {
  OPENED: CircleAlert,
  ALERT_JOINED: CirclePlus,
  ALERT_RESOLVED: CircleCheck,
  SEVERITY_RAISED: TrendingUp,
  SEVERITY_LOWERED: TrendingDown,
  ACKNOWLEDGED: Hand,
  UNACKNOWLEDGED: Undo2,
  RESOLVED: CircleCheck,
  REOPENED: RotateCcw,
  ESCALATED: Siren,
  NOTIFIED: Bell,
  NOTIFICATION_FAILED: BellOff,
  NOTE_ADDED: MessageSquare,
} as const satisfies Record<TimelineKind, LucideIcon>;
