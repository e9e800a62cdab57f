/** What a client may ask of the server. Answers that refuse name the bound. */
export const bodyLimitBytes = 5 * 1024 * 1024;
/** How long the body of an ordinary request may take to arrive. */
export const bodyMs = 30_000;
export const maxSignalsPerRequest = 1000;

export const documentBounds = {
  bytes: 64 * 1024,
  tokens: 4000,
  /** Levels of selection; the deepest introspection in use has 15. */
  depth: 16,
  aliases: 100,
  rootFields: 20,
  /** Objects that the answer may have, estimated from the page sizes that are asked for. */
  cost: 25_000,
  /** Of one object among the variables; the largest in the contract has some twenty. */
  inputFields: 1000,
} as const;

export const socketBounds = {
  sockets: 5000,
  subscriptionsPerSocket: 100,
  messageBytes: bodyLimitBytes,
  /** How long a new socket may take to name its token. */
  initialiseMs: 3000,
  keepAliveMs: 12_000,
  /** From here on the subscriptions of a socket wait until it has taken what was sent. */
  pauseBytes: 64 * 1024,
  /** Past this, or when it takes nothing for so long, a socket is too slow. */
  bufferedBytes: 1024 * 1024,
  drainMs: 5000,
  /** How often tokens of open sockets are verified anew. */
  verifyMs: 10_000,
} as const;

/** What one `POST /ingest` may take at a time; how much it brings in all is not bounded. */
export const streamBounds = {
  /** At once, on one server. */
  streams: 64,
  lineBytes: 256 * 1024,
  /** As many as one request may bring. What a batch costs beside its signals is twice as much of each with half as many. */
  linesPerBatch: maxSignalsPerRequest,
  /** Past so many lines, or characters of them, that wait for their turn, no more are read. */
  linesInFlight: 3 * maxSignalsPerRequest,
  charactersInFlight: 4 * 1024 * 1024,
  /** Blank lines keep a stream open, but not without end. */
  blankLines: 10_000,
  /** Without a byte from the sender, or without its taking an answer, for so long, it ends. */
  idleMs: 60_000,
  /** Another server may revoke the token of a long upload. */
  verifyMs: 10_000,
  /** How long what is still on its way is thrown away after an early end, so that the last line arrives. */
  lingerMs: 2000,
} as const;

/** How long closing waits for what is in flight. */
export const drainMs = 10_000;
