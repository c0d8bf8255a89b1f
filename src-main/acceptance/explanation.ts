import type { Channel } from '../agreement/channel.ts';
import type { KeptFile } from '../agreement/kept-file.ts';
import { type Sentence, sentence } from '../agreement/sentence.ts';
import { Refusal } from '../agreement/refusal.ts';

/** How a request went out, or an answer came in. */
export const CHANNELS = {
  ticket: sentence('acceptance.explanation.channels.ticket'),
  mail: sentence('acceptance.explanation.channels.mail'),
  ems: sentence('acceptance.explanation.channels.ems'),
  post: sentence('acceptance.explanation.channels.post'),
  phone: sentence('acceptance.explanation.channels.phone'),
  'in-person': sentence('acceptance.explanation.channels.in-person'),
  'online-chat': sentence('acceptance.explanation.channels.online-chat'),
} as const satisfies Readonly<Record<Channel, Sentence>>;

/**
 * A request that the provider explain a clause (民法典第496条第2款: the party that supplies standard terms explains, on
 * request, those in which the other has a major interest; an unexplained one may not become part of the contract).
 */
export interface ExplanationRequest {
  readonly id: string;
  readonly versionId: string;
  readonly clauseId: string;
  /** Number of the clause as written. */
  readonly number?: string;
  /** Words of the clause that the question is about. */
  readonly quote: string;
  readonly question: string;
  readonly askedAt: string;
  readonly askedBy: string;
  readonly sent?: { readonly at: string; readonly channel: Channel; readonly to: string; readonly proof?: KeptFile };
  readonly answer?: {
    readonly at: string;
    readonly channel: Channel;
    readonly by: string;
    readonly text: string;
    readonly file?: KeptFile;
  };
}

export type ExplanationState = 'asked' | 'sent' | 'answered';

/** An answered request needs not have been sent through the app: a provider may answer on the telephone. */
export function explanationState(request: ExplanationRequest): ExplanationState {
  if (request.answer) return 'answered';
  return request.sent ? 'sent' : 'asked';
}

/** Requests that nobody answered yet: shown at the decision and kept in the record. */
export function unanswered(requests: readonly ExplanationRequest[]): readonly ExplanationRequest[] {
  return requests.filter((request) => explanationState(request) !== 'answered');
}

/**
 * Notes that the request went out.
 * @throws Refusal `explanation-already-answered`, `explanation-already-sent`, `explanation-order`.
 */
export function markSent(
  request: ExplanationRequest,
  sent: NonNullable<ExplanationRequest['sent']>,
): ExplanationRequest {
  if (request.answer) throw already('answered');
  if (request.sent) throw already('sent');
  refuseEarlier(request.askedAt, sent.at);
  return { ...request, sent };
}

/** Notes the answer. @throws Refusal `explanation-already-answered`, `explanation-order`. */
export function markAnswered(
  request: ExplanationRequest,
  answer: NonNullable<ExplanationRequest['answer']>,
): ExplanationRequest {
  if (request.answer) throw already('answered');
  refuseEarlier(request.sent?.at ?? request.askedAt, answer.at);
  return { ...request, answer };
}

function already(what: 'sent' | 'answered'): Refusal {
  return what === 'sent'
    ? new Refusal(
        'explanation-already-sent',
        sentence('acceptance.explanation.explanation-already-sent'),
        sentence('acceptance.explanation.explanation-already-sent.next'),
      )
    : new Refusal(
        'explanation-already-answered',
        sentence('acceptance.explanation.explanation-already-answered'),
        sentence('acceptance.explanation.explanation-already-answered.next'),
      );
}

function refuseEarlier(before: string, at: string): void {
  if (Date.parse(at) >= Date.parse(before)) return;
  throw new Refusal(
    'explanation-order',
    sentence('acceptance.explanation.explanation-order'),
    sentence('acceptance.explanation.explanation-order.next'),
  );
}
