/**
 * Tells what a run of stories found.
 */
import { recordSection } from '../bench/record.js';
import { machine } from '../bench/run-bench.js';
import { verdictOn } from '../bench/verdict.js';
import type { Reached } from './reached.js';
import type { Outcome, Plan } from './run.js';
import type { Step, Story } from './story.js';

export function told(outcome: Outcome, plan: Plan, reached: Reached): string {
  const { played, took_ms, finding } = outcome;
  const rate = `${played} stories in ${(took_ms / 1_000).toFixed(1)} s, ${Math.round((played * 60_000) / took_ms)} a minute`;
  if (!finding) return `${reached.lines().join('\n')}\n${rate}; each of them holds.`;
  return [
    `${rate}, ${outcome.shortened} of them to shorten one:`,
    'the stories do not hold',
    storyText(finding.story),
    ...finding.complaints.slice(0, 8).map(complaint => `  ! ${complaint}`),
    `again: npm run simulate -- --seed ${plan.seed} --stories ${plan.stories} --path ${finding.path}`,
  ].join('\n');
}

export function record({ played, took_ms }: Outcome, { seed }: Plan): void {
  const aim = { what: 'faulty schedules in one run without a violation', bar: 2_000, goal: 1_000_000, more: true };
  recordSection(
    'Stories: `npm run simulate`',
    [
      `Seed ${seed}, ${Math.round((played * 60_000) / took_ms)} stories a minute; ${machine()}.`,
      `- ${verdictOn(aim, { median: played, lowest: played, highest: played })}`,
    ].join('\n\n'),
  );
}

export function storyText({ start, before, plan, knowsRanges, reports, faults, steps, last }: Story): string {
  return [
    `  It is ${start}, before it: ${before} (${plan}).`,
    ...(knowsRanges ? [] : ['  Nobody has said which cards are enrolled.']),
    ...(reports ? ['  Its days are told by mail.'] : []),
    ...faults.map(({ subject, fate, count }) => `  The bank's ${subject} will be ${fate}, ${count} times.`),
    ...steps.map((step, index) => `  ${index + 1}. ${stepText(step)}`),
    ...(last ? [`  After the last day, ${last.kind} at step ${last.step} of ${last.at}`] : []),
  ].join('\n');
}

function stepText(step: Step): string {
  const { kind, ...rest } = step;
  const facts = Object.entries(rest).flatMap(([name, value]) =>
    name === 'doing' || value === null ? [] : [`${name} ${String(value)}`],
  );
  return [kind, ...facts, ...('doing' in step ? [doingText(step.doing)] : [])].join(', ');
}

function doingText({ place, mishap, waits }: Extract<Step, { kind: 'OPEN' }>['doing']): string {
  return `at ${place}${waits ? '' : ', without waiting'}${mishap ? `, ${mishap.kind} at its step ${mishap.step} of ${mishap.at}` : ''}`;
}
