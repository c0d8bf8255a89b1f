import { say, type Language } from './agreement/sentence.ts';
import { Refusal } from './agreement/refusal.ts';
import { type Command, UsageError, usageText } from './cli/command.ts';

/** Commands by name; each is loaded when it is called, so that `read` does not pay for `demo`. */
const COMMANDS: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  read: () => import('./cli/read.ts'),
  compare: () => import('./cli/compare.ts'),
  verify: () => import('./cli/verify.ts'),
  demo: () => import('./cli/demo.ts'),
  clock: () => import('./cli/clock.ts'),
  sla: () => import('./cli/sla.ts'),
  fees: () => import('./cli/fees.ts'),
  invoice: () => import('./cli/invoice.ts'),
  term: () => import('./cli/term.ts'),
};

const USAGE_ERROR = 2;

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  const language: Language = rest.includes('--lang=en') ? 'en' : 'zh';
  const json = rest.includes('--json');
  const args = rest.filter((argument) => argument !== '--json' && !argument.startsWith('--lang='));
  const load = name === undefined ? undefined : COMMANDS[name];
  if (!load) {
    process.stderr.write(`assent <${Object.keys(COMMANDS).join('|')}> … [--json] [--lang=zh|en]\n`);
    return USAGE_ERROR;
  }
  const { command } = await load();
  try {
    return await command.run({
      args,
      json,
      language,
      now: () => new Date(),
      print: (text) => process.stdout.write(`${text}\n`),
    });
  } catch (error) {
    if (error instanceof UsageError) {
      const { wrong } = error;
      const said = typeof wrong === 'string' ? wrong : say(wrong, language);
      process.stderr.write(`${said}\n${usageText(command.usage, language)}\n`);
      return USAGE_ERROR;
    }
    if (!(error instanceof Refusal)) throw error;
    const answer = { code: error.code, message: say(error.sentence, language), next: say(error.next, language) };
    if (json) process.stdout.write(`${JSON.stringify(answer, undefined, 2)}\n`);
    else process.stderr.write(`${answer.message}\n${answer.next}\n`);
    return 1;
  }
}

// A reader that has seen enough (`| head`) closes the pipe: that is no fault of the command, which then ends quietly.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);
