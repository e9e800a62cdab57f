import autocannon from 'autocannon';
import { singleBody, singleHeaders } from './singleSignal.ts';

const connections = 64;
/** Until most of what is run has been compiled. */
const warmUpSeconds = 3;
const seconds = 4;

/** Answers that are 200 and not errors, a second, once it is warm. */
export async function requestsPerSecond(url: string, token: string, body: string = singleBody): Promise<number> {
  await send(url, token, body, warmUpSeconds);
  const { requests } = await send(url, token, body, seconds);
  return requests.average;
}

async function send(url: string, token: string, body: string, duration: number) {
  let failed = '';
  const result = await autocannon({
    url,
    connections,
    duration,
    requests: [
      {
        method: 'POST',
        headers: singleHeaders(token),
        body,
        onResponse: (_status, answer) => {
          if (answer.includes('"errors"')) failed = answer.slice(0, 500);
        },
      },
    ],
  });
  if (failed !== '' || result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} refusals, ${result.errors} errors. ${failed}`);
  }
  return result;
}
