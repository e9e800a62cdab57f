import type { TransactionSql } from 'postgres';
import type { IncidentId } from '../domain/ids.ts';
import type { Severity } from '../domain/severity.ts';
import type { SqlExecutor } from './database.ts';
import { withdrawNotifications } from './notifications.ts';

/** A notification beyond its target's rate. */
export interface HeldNotification {
  readonly key: string;
  readonly target: string;
  readonly incidentId: IncidentId;
  readonly severity: Severity;
  readonly reason: string;
  /** Whether something is to be run, and not somebody told. */
  readonly runs: boolean;
  /** The version that decided it. */
  readonly policyVersion: number;
}

/** No message takes more along: their incidents are locked together when it has arrived. */
const mostTaken = 2_000;

export async function holdNotification(tx: TransactionSql, held: HeldNotification, at: Date): Promise<void> {
  const { key, target, incidentId, severity, reason, runs, policyVersion } = held;
  await tx`
    insert into held_notification (key, target, incident_id, severity, reason, runs, policy_version, held_at)
    values (${key}, ${target}, ${incidentId}, ${severity}, ${reason}, ${runs}, ${policyVersion}, ${at})
    on conflict (key) do nothing`;
  await tx`update notification set status = 'HELD' where id = ${key}`;
}

/** The targets for which something waits, with the latest version of the policy that decided any of it. */
export async function readHeldTargets(sql: SqlExecutor): Promise<{ target: string; policyVersion: number }[]> {
  return sql<{ target: string; policyVersion: number }[]>`
    select target, max(policy_version) as policy_version from held_notification
    where message_key is null group by target order by target`;
}

/** Under the target's lock: the most severe that waits, of these the oldest. What was snoozed meanwhile waits no more. */
export async function readMostSevereHeld(
  tx: TransactionSql,
  target: string,
  at: Date,
): Promise<HeldNotification | null> {
  const silent = await tx<{ key: string }[]>`
    delete from held_notification using incident
    where incident.id = incident_id and snoozed_until is not null and message_key is null and target = ${target}
    returning key`;
  await withdrawNotifications(
    tx,
    silent.map(({ key }) => key),
    at,
  );
  const [row] = await tx<HeldNotification[]>`
    select key, target, incident_id, severity, reason, runs, policy_version from held_notification
    where target = ${target} and message_key is null order by severity desc, held_at, key limit 1`;
  return row ?? null;
}

/** It goes out as a message of its own. */
export async function deleteHeld(tx: TransactionSql, key: string): Promise<void> {
  await tx`delete from held_notification where key = ${key}`;
  await tx`update notification set status = 'PENDING' where id = ${key}`;
}

/** Under the target's lock: a message takes along what waits, the most severe first. */
export async function takeHeldAlong(tx: TransactionSql, target: string, messageKey: string): Promise<void> {
  await tx`
    with taken as (
      update held_notification set message_key = ${messageKey}
      where key in (
        select key from held_notification where target = ${target} and message_key is null
        order by severity desc, held_at, key limit ${mostTaken})
      returning key)
    update notification set status = 'PENDING', message_key = ${messageKey} where id in (select key from taken)`;
}

/** Under the target's lock: what a message took along waits for another one. */
export async function giveBackTaken(tx: TransactionSql, messageKey: string): Promise<void> {
  await tx`
    with waiting as (
      update held_notification set message_key = null where message_key = ${messageKey} returning key)
    update notification set status = 'HELD', message_key = id, next_attempt_at = null
    where id in (select key from waiting)`;
}

/** What a message takes along. */
export async function readTaken(sql: SqlExecutor, messageKey: string): Promise<HeldNotification[]> {
  return sql<HeldNotification[]>`
    select key, target, incident_id, severity, reason, runs, policy_version from held_notification
    where message_key = ${messageKey} order by severity desc, held_at, key`;
}

/** The message is done with, however it ended. Answers the keys of what it had taken along. */
export async function deleteTaken(tx: TransactionSql, messageKey: string): Promise<string[]> {
  const rows = await tx<{ key: string }[]>`
    delete from held_notification where message_key = ${messageKey} returning key`;
  return rows.map(({ key }) => key);
}
