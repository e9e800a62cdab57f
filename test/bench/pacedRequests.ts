import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface PacedRequests {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly perSecond: number;
  readonly seconds: number;
  readonly connections: number;
}

/**
 * Sends evenly, whether or not the answers come, and gives the time in ms of each from when it was due. autocannon's rate sends a second's
 * requests as fast as they go and then waits. Throws when one is refused.
 */
export async function sendPaced({
  url,
  headers,
  body,
  perSecond,
  seconds,
  connections,
}: PacedRequests): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const count = Math.floor(perSecond * seconds);
  const answers: Promise<number>[] = [];
  const started = performance.now();
  try {
    while (answers.length < count) {
      const due = Math.min(count, Math.floor(((performance.now() - started) / 1000) * perSecond) + 1);
      while (answers.length < due) {
        const dueAt = started + (answers.length / perSecond) * 1000;
        answers.push(post(agent, url, headers, body).then(() => performance.now() - dueAt));
      }
      await sleep(1);
    }
    return await Promise.all(answers);
  } finally {
    agent.destroy();
  }
}

function post(agent: Agent, url: string, headers: Readonly<Record<string, string>>, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method: 'POST', headers }, (response) => {
      let answer = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        answer += chunk;
      });
      response.on('end', () => {
        if (response.statusCode === 200 && !answer.includes('"errors"')) resolve();
        else reject(new Error(`${response.statusCode} ${answer.slice(0, 500)}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
