/** What the operator reads: what is being done while it takes long, and where everything is when it is done. */
export type Write = (text: string) => void;

/** Does a piece of work and says so: at once, every ten seconds while it lasts, and how long it took. */
export type Step = <T>(title: string, work: () => Promise<T>) => Promise<T>;

export interface Member {
  readonly profile: string;
  readonly email: string;
  readonly password: string;
}

/** What `.guichet/demo.json` holds; null is what does not exist here. */
export interface Demo {
  readonly web: string;
  readonly graphql: string;
  readonly bankControl: string | null;
  readonly mailbox: string | null;
  /** Whether shoppers are authenticated (3-D Secure). */
  readonly threeds: boolean;
  readonly apiKey: string | null;
  readonly shopId: string | null;
  readonly members: readonly Member[];
}

export function steps(write: Write, sayAgain_ms = 10_000): Step {
  return async (title, work) => {
    const began = performance.now();
    const seconds = (): string => `${Math.round((performance.now() - began) / 1000)} s`;
    write(`  ${title} …\n`);
    const timer = setInterval(() => write(`    still at it after ${seconds()}\n`), sayAgain_ms);
    try {
      const result = await work();
      if (performance.now() - began > 2000) write(`    done in ${seconds()}\n`);
      return result;
    } finally {
      clearInterval(timer);
    }
  };
}

export function announcement(demo: Demo, folder: string): string {
  const lines = [
    '',
    'Guichet is open.',
    '',
    `  Start page   ${demo.web}/              create a demo order and pay it`,
    `  Till         ${demo.web}/till          watch, validate, cancel, refund, remit`,
    `  GraphQL      ${demo.graphql}`,
    `  Studio       ${demo.web}/studio        explore the API`,
    ...(demo.bankControl === null ? [] : [`  Bank         ${demo.bankControl}  the sandbox bank's control port`]),
    ...(demo.mailbox === null
      ? []
      : [`  Mailbox      ${demo.mailbox}  what is mailed, such as the report of each day`]),
    '',
    ...signIns(demo),
    `  Everything above is in ${folder}/demo.json, the logs are in ${folder}/logs.`,
    '  Ctrl-C stops it all.',
    '',
  ];
  return `${lines.join('\n')}\n`;
}

function signIns(demo: Demo): string[] {
  if (demo.apiKey === null) return ['  No demo here: it is seeded on the embedded database only.', ''];
  const width = Math.max(...demo.members.map(({ email }) => email.length));
  return [
    `  Key of the demo shop ${demo.shopId}:  ${demo.apiKey}`,
    '',
    '  Members of the demo shop, who sign in to the till',
    ...demo.members.map(
      ({ profile, email, password }) => `    ${profile.padEnd(10)}  ${email.padEnd(width)}  ${password}`,
    ),
    '',
  ];
}
