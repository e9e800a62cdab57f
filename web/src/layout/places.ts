import {
  BellOff,
  Boxes,
  ChartLine,
  CodeXml,
  LayoutDashboard,
  List,
  type LucideIcon,
  Plug,
  Scale,
  Settings,
} from 'lucide-react';

/** A page of the navigation, with the key that follows `g`. */
export interface Place {
  readonly to: string;
  readonly label: string;
  readonly Icon: LucideIcon;
  readonly key: string;
  /** More words that find it in the palette. */
  readonly words?: string;
}

/** To add a page: its route in router.tsx and its line here; navigation, palette and keys follow. */
export const places = [
  { to: '/', label: 'Board', Icon: LayoutDashboard, key: 'b', words: 'home cards columns' },
  { to: '/incidents', label: 'Incidents', Icon: List, key: 'i', words: 'list all search' },
  { to: '/metrics', label: 'Metrics', Icon: ChartLine, key: 'm', words: 'mtta mttr response figures charts noise' },
  { to: '/policies', label: 'Policies', Icon: Scale, key: 'p', words: 'rules draft rehearse activate roll back' },
  { to: '/silences', label: 'Silences', Icon: BellOff, key: 's', words: 'mute maintenance window suppression' },
  { to: '/services', label: 'Services', Icon: Boxes, key: 'v', words: 'catalogue tier dependencies learned groups' },
  { to: '/integrations', label: 'Integrations', Icon: Plug, key: 'n', words: 'send signals bridges curl token' },
  { to: '/explorer', label: 'Explorer', Icon: CodeXml, key: 'e', words: 'graphql api' },
  { to: '/settings', label: 'Settings', Icon: Settings, key: 't', words: 'tokens channels time zone account learned' },
] as const satisfies readonly Place[];
