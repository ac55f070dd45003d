export const MINUTE_s = 60;
export const HOUR_s = 3_600;
export const DAY_s = 86_400;

/** How far to move the clock: by so long, or to an instant. */
export type Step = { readonly name: string } & ({ readonly bySeconds: number } | { readonly to: string });

export function after(bySeconds: number, name: string): Step {
  return { bySeconds, name };
}

/** Where the clock will stand, near enough for people; the API says where it does. */
export function endOf(step: Step, now: Date): string {
  return 'to' in step ? step.to : new Date(now.getTime() + step.bySeconds * 1_000).toISOString();
}

export function inputOf(step: Step): { bySeconds: number } | { to: string } {
  return 'to' in step ? { to: step.to } : { bySeconds: step.bySeconds };
}
