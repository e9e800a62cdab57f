import type { App } from '../../application/app.ts';
import type { Viewer } from '../../domain/access.ts';
import type { Authenticator } from '../authenticate.ts';
import type { Figures } from '../figures.ts';
import type { LiveValues } from '../live/liveValues.ts';
import type { ServerTime } from '../serverTime.ts';
import { Loaders } from './loaders.ts';

/** What every operation of this server shares. */
export interface Shared {
  readonly app: App;
  readonly authenticator: Authenticator;
  readonly figures: Figures;
  readonly serverTime: ServerTime;
  readonly live: LiveValues;
}

/** What resolvers work with. */
export interface GraphQLContext extends Shared {
  readonly viewer: Viewer;
  readonly loaders: Loaders;
  readonly requestId: string;
}

export function createContext(shared: Shared, viewer: Viewer, requestId: string): GraphQLContext {
  const { app, authenticator, figures, serverTime, live } = shared;
  return { app, authenticator, figures, serverTime, live, viewer, requestId, loaders: new Loaders(app) };
}
