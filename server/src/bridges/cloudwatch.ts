import { isRecord } from '../application/inputReader.ts';
import type { Bridge, BridgedSignal, BridgeResult } from './bridge.ts';
import { fitSignal } from './fitSignal.ts';
import { firstTextAt, paragraphs, recordAt, refused, textAt } from './read.ts';
import { firstSeverity } from './severityWords.ts';

/** Dimensions that name what people call a service, the closest first. */
const serviceDimensions = [
  'ServiceName',
  'FunctionName',
  'ApiName',
  'DBInstanceIdentifier',
  'QueueName',
  'ClusterName',
];

/**
 * CloudWatch alarms by an SNS topic's HTTPS subscription
 * (https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html), which sends JSON as text and takes a password in the address.
 * The topic's question for confirmation becomes a signal with the link to answer it: this server calls no addresses that it is sent.
 * INSUFFICIENT_DATA is no alarm, and no end of one: it brings no signal.
 */
export const cloudwatchBridge: Bridge = {
  name: 'cloudwatch',
  guide: {
    title: 'Amazon CloudWatch',
    setup: `SNS → the alarm's topic → Create subscription
  Protocol    HTTPS
  Endpoint    {{urlWithToken}}
The question for confirmation appears on the board as an incident: follow its link once.
Raw message delivery stays off.`,
    sample: {
      Type: 'Notification',
      MessageId: 'vigil-test',
      TopicArn: 'arn:aws:sns:eu-west-1:123456789012:test',
      Message: JSON.stringify({
        AlarmName: 'Test alarm of CloudWatch',
        AlarmDescription: 'Sent to try the bridge',
        NewStateValue: 'ALARM',
        NewStateReason: 'Threshold crossed',
        Trigger: {
          MetricName: 'CPUUtilization',
          Namespace: 'AWS/EC2',
          Dimensions: [{ name: 'ServiceName', value: 'checkout' }],
        },
      }),
    },
  },
  parse: (payload, _headers, now) => {
    const envelope = typeof payload === 'string' ? jsonOf(payload) : payload;
    if (!isRecord(envelope)) return refused('A message of SNS is an object', envelope);
    if (envelope.Type === 'SubscriptionConfirmation') return one(confirmation(envelope, now));
    const message = typeof envelope.Message === 'string' ? jsonOf(envelope.Message) : envelope;
    if (isRecord(message) && textAt(message.AlarmName) !== null) return alarm(message, envelope, now);
    if (textAt(envelope.Message) !== null) return one(plainMessage(envelope, now));
    return refused('A message of SNS has a text', envelope.Message, ['Message']);
  },
};

function alarm(message: Record<string, unknown>, envelope: Record<string, unknown>, now: Date): BridgeResult {
  if (message.NewStateValue === 'INSUFFICIENT_DATA') return { ok: true, signals: [] };
  const trigger = { ...message, ...recordAt(message.Trigger) };
  const dimensions = dimensionsOf(trigger.Dimensions);
  const name = textAt(message.AlarmName) ?? '';
  const region = regionOf(message.AlarmArn) ?? regionOf(envelope.TopicArn);
  const known = serviceDimensions.flatMap((dimension) => dimensions.find(([key]) => key === dimension)?.[1] ?? []);
  return one(
    fitSignal(
      {
        source: 'cloudwatch',
        service: [message.Application, ...known, dimensions[0]?.[1], trigger.Namespace, name],
        title: [name],
        description: paragraphs(message.AlarmDescription, message.NewStateReason),
        url: region === null ? null : consoleOf(region, name),
        state: message.NewStateValue === 'OK' ? 'RESOLVED' : 'FIRING',
        dedupKey:
          textAt(message.AlarmArn) ?? `cloudwatch:${textAt(message.AWSAccountId) ?? ''}:${region ?? ''}:${name}`,
        reportedSeverity: firstSeverity(message.Priority, message.Severity),
        labels: [
          ...dimensions,
          ['namespace', trigger.Namespace],
          ['metric', trigger.MetricName],
          ['region', region],
          ['account', message.AWSAccountId],
        ],
        occurredAt: message.StateChangeTime,
        idempotencyKey: idOf(envelope),
      },
      now,
    ),
  );
}

function confirmation(envelope: Record<string, unknown>, now: Date) {
  const topic = textAt(envelope.TopicArn) ?? 'a topic';
  return fitSignal(
    {
      source: 'cloudwatch',
      service: [topic.split(':').at(-1), topic],
      title: [`Confirm the subscription to ${topic}`],
      description: 'Follow the link once; alarms of the topic arrive from then on. Then resolve this.',
      url: envelope.SubscribeURL,
      state: 'FIRING',
      dedupKey: `cloudwatch:confirm:${topic}`,
      reportedSeverity: 'MEDIUM',
      labels: [['topic', topic]],
      occurredAt: null,
    },
    now,
  );
}

function plainMessage(envelope: Record<string, unknown>, now: Date) {
  const topic = textAt(envelope.TopicArn) ?? '';
  return fitSignal(
    {
      source: 'cloudwatch',
      service: [topic.split(':').at(-1), 'sns'],
      title: [envelope.Subject, envelope.Message],
      description: paragraphs(envelope.Message),
      url: null,
      state: 'FIRING',
      dedupKey: null,
      reportedSeverity: null,
      labels: [['topic', topic]],
      occurredAt: envelope.Timestamp,
      idempotencyKey: idOf(envelope),
    },
    now,
  );
}

/** SNS repeats a message under its id when no answer came. */
function idOf({ MessageId }: Record<string, unknown>): string | null {
  const id = textAt(MessageId);
  return id === null ? null : `sns ${id}`;
}

function dimensionsOf(dimensions: unknown): [name: string, value: string][] {
  if (!Array.isArray(dimensions)) return [];
  return dimensions.flatMap((dimension: unknown): [string, string][] => {
    const { name, Name, value, Value } = recordAt(dimension);
    const [key, text] = [firstTextAt(name, Name), firstTextAt(value, Value)];
    return key === null || text === null ? [] : [[key, text]];
  });
}

function regionOf(arn: unknown): string | null {
  return (typeof arn === 'string' && /^arn:[\w-]+:\w+:([a-z]{2}[\w-]*-\d):/.exec(arn)?.[1]) || null;
}

function consoleOf(region: string, alarmName: string): string {
  return `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#alarmsV2:alarm/${encodeURIComponent(alarmName.toWellFormed())}`;
}

function one(input: unknown): BridgeResult {
  const signal: BridgedSignal = { input, groupKey: null, field: [] };
  return { ok: true, signals: [signal] };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
