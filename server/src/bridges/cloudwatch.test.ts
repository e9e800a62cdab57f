import { expect, test } from 'vitest';
import { cloudwatchBridge } from './cloudwatch.ts';
import { labelsOf, parsedBy } from './testing/parsedBy.ts';

/** As SNS sends it. */
const message = {
  AlarmName: 'bucketbytesAlarm',
  AlarmDescription: 'bucket bytes size exceeded',
  AWSAccountId: '1234567890',
  NewStateValue: 'ALARM',
  NewStateReason:
    'Threshold Crossed: 1 datapoint [1062305.0 (14/02/19 23:53:00)] was greater than the threshold (0.0).',
  StateChangeTime: '2019-02-15T23:53:45.093+0000',
  Region: 'EU (Ireland)',
  OldStateValue: 'INSUFFICIENT_DATA',
  Trigger: {
    MetricName: 'BucketSizeBytes',
    Namespace: 'AWS/S3',
    Dimensions: [
      { value: 'StandardStorage', name: 'StorageType' },
      { value: 'try.alerta.io', name: 'BucketName' },
    ],
  },
};
const envelope = (changes: object = {}) => ({
  Type: 'Notification',
  MessageId: 'e288882d-4281-5be4-8fde-dccc11c8cb01',
  TopicArn: 'arn:aws:sns:eu-west-1:1234567890:alerta-test',
  Subject: 'ALARM: "bucketbytesAlarm" in EU (Ireland)',
  Message: JSON.stringify({ ...message, ...changes }),
  Timestamp: '2019-02-15T23:53:45.134Z',
});

test('an alarm is an alert with its dimensions and a link to it', () => {
  const [signal] = parsedBy(cloudwatchBridge, envelope());
  expect(signal).toMatchObject({
    source: 'cloudwatch',
    service: 'StandardStorage',
    title: 'bucketbytesAlarm',
    state: 'FIRING',
    dedupKey: 'cloudwatch:1234567890:eu-west-1:bucketbytesAlarm',
    idempotencyKey: 'sns e288882d-4281-5be4-8fde-dccc11c8cb01',
    occurredAt: new Date('2019-02-15T23:53:45.093Z'),
    url: 'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/bucketbytesAlarm',
  });
  expect(labelsOf(signal)).toMatchObject({
    BucketName: 'try.alerta.io',
    metric: 'BucketSizeBytes',
    region: 'eu-west-1',
  });
});

test('SNS sends its JSON as text', () => {
  expect(parsedBy(cloudwatchBridge, JSON.stringify(envelope()))).toEqual(parsedBy(cloudwatchBridge, envelope()));
});

test('OK ends the alarm of its name, and missing data is neither', () => {
  expect(parsedBy(cloudwatchBridge, envelope({ NewStateValue: 'OK' }))).toMatchObject([
    { state: 'RESOLVED', dedupKey: 'cloudwatch:1234567890:eu-west-1:bucketbytesAlarm' },
  ]);
  expect(parsedBy(cloudwatchBridge, envelope({ NewStateValue: 'INSUFFICIENT_DATA' }))).toEqual([]);
});

test('the question for confirmation is an incident with the link to answer it, and calls nothing', () => {
  const SubscribeURL = 'https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=2336';
  const { TopicArn } = envelope();
  const [signal] = parsedBy(cloudwatchBridge, { Type: 'SubscriptionConfirmation', TopicArn, SubscribeURL });
  expect(signal).toMatchObject({
    url: SubscribeURL,
    title: `Confirm the subscription to ${TopicArn}`,
    service: 'alerta-test',
  });
});

test('another message of the topic is kept as text', () => {
  const [signal] = parsedBy(cloudwatchBridge, { ...envelope(), Message: 'The budget is used up', Subject: 'Budget' });
  expect(signal).toMatchObject({ title: 'Budget', description: 'The budget is used up' });
});

test('half a pair of surrogates in a name is no error', () => {
  const [signal] = parsedBy(cloudwatchBridge, envelope({ AlarmName: 'a \ud800 b' }));
  expect(signal).toMatchObject({ title: 'a \ufffd b', url: expect.stringContaining('alarm/a%20%EF%BF%BD%20b') });
});
