/** The child's side of `child.ts`. */
import type { Answer, Question } from './child.js';

/** By what is asked; each is handed what came with the question. */
export type Answers = Readonly<Record<string, (given: never) => unknown>>;

const say = (answer: Answer): unknown => process.send?.(answer);

/** Answers what is asked until the channel closes; then `stop`, and the end. */
export function answerQuestions(answers: Answers, stop: () => Promise<void>): void {
  process.on('message', async ({ id, name, given }: Question) => {
    try {
      say({ id, answer: await answers[name]?.(given as never) });
    } catch (error) {
      say({ id, answer: undefined, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.on('disconnect', () => {
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}

/** Milliseconds of CPU that this process has had since the last call. */
export function cpuMeter(): () => number {
  let before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    before = process.cpuUsage();
    return (user + system) / 1000;
  };
}
