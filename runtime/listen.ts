import type { FastifyInstance, FastifyListenOptions } from 'fastify';
import type { Config } from './config.ts';
import { unreadyWhileLoading } from './loading.ts';
import type { RunningPart } from './runningPart.ts';

/**
 * A part that answers from now on.
 *
 * @param close also where it cannot listen: what it has opened would keep the process from ending
 */
export async function listen(
  app: FastifyInstance,
  config: Config,
  options: FastifyListenOptions,
  close: () => Promise<unknown> = () => app.close(),
): Promise<RunningPart> {
  unreadyWhileLoading(app, config);
  try {
    await app.listen(options);
  } catch (error) {
    await close();
    throw error;
  }
  return { close: async () => void (await close()) };
}
