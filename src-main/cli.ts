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

/** The language that is asked for, as `--lang=en` or `--lang en`, and the other arguments. */
function languageOf(args: readonly string[]): { readonly language: Language; readonly others: readonly string[] } {
  const others: string[] = [];
  let language: Language = 'zh';
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] ?? '';
    const next = args[at + 1];
    const apart = argument === '--lang' && (next === 'zh' || next === 'en');
    if (!apart && !argument.startsWith('--lang=')) {
      others.push(argument);
      continue;
    }
    language = (apart ? next : argument.slice('--lang='.length)) === 'en' ? 'en' : 'zh';
    if (apart) at += 1;
  }
  return { language, others };
}

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  const { language, others } = languageOf(rest);
  const help = argv.some((argument) => argument === '--help' || argument === '-h');
  const json = others.includes('--json');
  const args = others.filter((argument) => argument !== '--json');
  const load = name === undefined ? undefined : COMMANDS[name];
  if (!load) {
    const synopsis = `assent <${Object.keys(COMMANDS).join('|')}> … [--json] [--lang=zh|en]\n`;
    (help ? process.stdout : process.stderr).write(synopsis);
    return help ? 0 : USAGE_ERROR;
  }
  const { command } = await load();
  if (help) {
    process.stdout.write(`${usageText(command.usage, language)}\n`);
    return 0;
  }
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
