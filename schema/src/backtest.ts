import {
  BacktestProgressDocument,
  type BacktestProgressSubscription,
  type BacktestProgressSubscriptionVariables,
} from './__generated__/operations.ts';
import { VigilError } from './errors.ts';
import { textOf } from './http.ts';
import { openSocket, type SocketOptions } from './socket.ts';
import { errorFromSocket } from './socketError.ts';

export type BacktestProgress = BacktestProgressSubscription['backtestProgress'];

/**
 * How far a backtest is, and at last its report. To stop listening ends the backtest; a lost connection begins it anew.
 * @throws VigilError when the server refuses it or lets nobody in.
 */
export async function* followBacktest(
  options: Omit<SocketOptions, 'webSocketImpl'> & { readonly webSocketImpl: () => Promise<unknown> },
  input: BacktestProgressSubscriptionVariables['input'],
): AsyncGenerator<BacktestProgress, void> {
  const socket = openSocket({ ...options, webSocketImpl: await options.webSocketImpl() });
  const results = socket.client.iterate<BacktestProgressSubscription>({
    query: textOf(BacktestProgressDocument),
    variables: { input },
  });
  try {
    for await (const { data, errors } of results) {
      if (errors) throw errorFromSocket(errors);
      if (data) yield data.backtestProgress;
    }
  } catch (error) {
    throw error instanceof VigilError ? error : errorFromSocket(error);
  } finally {
    socket.stop();
  }
}
