export type CursorErrorCode = 'CURSOR_TOO_OLD' | 'CURSOR_INVALID';

/** A cursor from which the feed cannot go on. */
export class CursorError extends Error {
  readonly code: CursorErrorCode;

  constructor(code: CursorErrorCode, message: string) {
    super(message);
    this.name = 'CursorError';
    this.code = code;
  }
}

/** The epoch tells the cursors of one database from those of any other. */
export function formatCursor(epoch: string, position: number): string {
  return `${epoch}-${position.toString(36)}`;
}

/** Returns the position that a cursor stands for; throws CursorError when this database never gave it out. */
export function parseCursor(epoch: string, cursor: string): number {
  const match = /^([0-9a-f]{1,32})-([0-9a-z]{1,11})$/.exec(cursor);
  const position = Number.parseInt(match?.[2] ?? '', 36);
  if (match === null || !Number.isSafeInteger(position)) {
    throw new CursorError('CURSOR_INVALID', `"${cursor.slice(0, 60)}" is not a cursor of this feed`);
  }
  if (match[1] !== epoch) {
    throw new CursorError('CURSOR_INVALID', 'The cursor is of another database: read the incidents again');
  }
  return position;
}
