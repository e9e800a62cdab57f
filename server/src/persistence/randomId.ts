import { v7 } from 'uuid';
import type { NewId } from '../domain/ids.ts';

/** Random ids, ordered by the time of their making. */
export const randomId: NewId = <Id extends string>() => v7() as Id;
