import { sentence } from '../../agreement/sentence.ts';
import type { Handlers } from '../../contract/call.ts';
import { CASE_ACTS, type caseCalls, type CaseView } from '../../contract/letters-cases.ts';
import { IMPORTABLE_EXTENSIONS, MAIL_EXTENSIONS, PICTURE_EXTENSIONS } from '../../import/formats.ts';
import { clockViews } from '../../kernel/cases/case-clocks.ts';
import { answerDay } from '../../kernel/cases/case-agenda.ts';
import { placeNow, takeStep, undoable, undoStep } from '../../kernel/cases/case-moves.ts';
import {
  caseByOrigin,
  caseOfLetter,
  type CaseSource,
  idIn,
  type SendingWindow,
  type WholeCase,
} from '../../kernel/cases/cases.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { keepChosen } from '../../kernel/kept-files.ts';
import { letterPapers } from '../../kernel/papers/letters.ts';
import type { Ports } from '../../kernel/ports.ts';
import { withoutAbsent } from '../../kernel/without-absent.ts';
import { CASE_MOVES } from '../../letter/case.ts';
import { refuseUntied } from './letter-tie.ts';
import { templateById } from './letter-templates.ts';
import type { Store } from '../../store/store.ts';

/** Cases of every kind: what was sent, when it arrived, what was answered. `sources`: where each kind is kept. */
export function caseHandlers(ports: Ports, sources: readonly CaseSource[]): Handlers<typeof caseCalls> {
  const { store } = ports;
  const known = (origin: string): WholeCase => {
    const found = caseByOrigin(store, sources, origin);
    if (!found) throw unknownThing(sentence('kernel.cases.noun'));
    return found;
  };
  return {
    'letters.case': ({ origin }) => {
      const found = caseByOrigin(store, sources, origin);
      return found && caseView(ports, found);
    },

    'letters.caseOfLetter': ({ letterId }) => {
      const found = caseOfLetter(store, sources, letterId);
      return found && caseView(ports, found);
    },

    'letters.takeCaseStep': ({ origin, state, ...said }) => {
      const whole = known(origin);
      const { from } = whole;
      const letterId = idIn(origin, 'letter');
      if (state === 'sent' && letterId !== undefined) refuseUntied(store, letterId);
      const unsealed = state === 'sent' ? unsealedOf(store, whole) : {};
      takeStep(ports, from, state, { ...withoutAbsent(said), ...unsealed });
      return caseView(ports, known(origin));
    },

    'letters.undoCaseStep': ({ origin, state }) => {
      undoStep(ports, known(origin).from, state);
      const after = caseByOrigin(store, sources, origin);
      return after && caseView(ports, after);
    },

    'letters.keepCaseProof': () =>
      keepChosen(ports, {
        title: sentence('kernel.cases.proof-title'),
        extensions: [...IMPORTABLE_EXTENSIONS, ...PICTURE_EXTENSIONS, ...MAIL_EXTENSIONS],
      }),
  };
}

/** A case as its way is drawn. */
function caseView(ports: Ports, whole: WholeCase): CaseView {
  const { from, kind, state, history, letterId } = whole;
  const window = from.window?.();
  const answerBy = answerDay(ports.store, whole);
  return {
    origin: from.origin,
    kind,
    state,
    steps: history,
    clocks: clockViews(ports.store, whole),
    next: CASE_ACTS.filter((act) => CASE_MOVES[state].includes(act)),
    undoable: undoable(ports, whole),
    ...(letterId === undefined ? {} : { letterId, ...titleOf(ports.store, letterId) }),
    ...(answerBy === undefined ? {} : { answerBy }),
    ...claimedOf(from),
    ...unsealedOf(ports.store, whole),
    ...(window && isBounded(window) ? { window: windowView(window, ports.now()) } : {}),
  };
}

function claimedOf(from: WholeCase['from']): Pick<CaseView, 'claimed'> {
  const money = from.claimed?.();
  return money ? { claimed: { amount: money.amount, currency: money.currency } } : {};
}

/** Whether the letter of a case that did not go out has a place for our seal, while no seal or signature on it was recorded. */
function unsealedOf(store: Store, { letterId, history }: WholeCase): Pick<CaseView, 'unsealed'> {
  const letter = letterId === undefined ? undefined : letterPapers(store).get(letterId);
  if (!letter || history.some(({ state }) => state === 'sent' || state === 'sealed')) return {};
  if (letter.body.outputs.some(({ kind, signatures = [] }) => kind === 'signed' || signatures.length > 0)) return {};
  const { blocks, internal } = templateById(store, letter.body.templateId);
  const hasPlace = blocks.some((block) => block.kind === 'signature' && !block.theirs);
  return hasPlace && !internal ? { unsealed: true } : {};
}

/** What the letter is called on paper. */
function titleOf(store: Store, letterId: string): Pick<CaseView, 'title'> {
  const title = letterPapers(store).get(letterId)?.body.title;
  return title === undefined ? {} : { title };
}

function windowView(window: SendingWindow, now: Date): NonNullable<CaseView['window']> {
  const { zone: _clock, ...days } = window;
  return { ...days, today: placeNow(window, now) };
}

const isBounded = ({ opens, closes, safe }: SendingWindow): boolean =>
  opens !== undefined || closes !== undefined || safe !== undefined;
