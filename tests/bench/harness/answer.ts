import type { Server } from 'node:http';
import type { Question } from './child.ts';

/**
 * Tells the parent process that this one is ready, with its port if it listens, then answers the parent's
 * questions one at a time.
 */
export function answerQuestions(server: Server | null, settle: () => Promise<void>): void {
  const address = server?.address();
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 });
  process.on('message', (question: Question) => void answer(question, settle));
  // A profile is written when the process ends by itself.
  process.on('SIGTERM', () => process.exit(0));
}

async function answer(question: Question, settle: () => Promise<void>): Promise<void> {
  try {
    process.send?.({ value: await measured(question, settle) });
  } catch (error) {
    process.send?.({ trouble: String(error) });
  }
}

async function measured(question: Question, settle: () => Promise<void>): Promise<number> {
  // As the system sees it: what the collector could give back, it has not given back.
  if (question === 'memory') return process.memoryUsage.rss();
  const from = performance.now();
  await settle();
  return performance.now() - from;
}
