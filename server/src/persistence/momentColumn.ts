import { timestamp } from 'drizzle-orm/pg-core';

/** A moment with its zone, to the millisecond: all that a JavaScript date can hold. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });
