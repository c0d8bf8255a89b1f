import type { KeptFile } from '../../agreement/kept-file.ts';
import { type Language, sentence } from '../../agreement/sentence.ts';
import {
  explanationState,
  type ExplanationRequest,
  markAnswered,
  markSent,
  unanswered,
} from '../../acceptance/explanation.ts';
import { explanationLetter } from '../../acceptance/explanation-letter.ts';
import type { ExplanationView } from '../../contract/review-explanations.ts';
import type { Handlers } from '../../contract/call.ts';
import type { explanationCalls } from '../../contract/review-explanations.ts';
import { IMPORTABLE_EXTENSIONS, MAIL_EXTENSIONS, PICTURE_EXTENSIONS } from '../../import/formats.ts';
import type { JsonObject } from '../../ledger/canonical-json.ts';
import type { EntryKind } from '../../ledger/entry.ts';
import type { Paper } from '../../pdf/paper.ts';
import type { Store } from '../../store/store.ts';
import { companyById } from '../../kernel/companies.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { keepChosen, keptFile } from '../../kernel/kept-files.ts';
import { matterOf } from '../../kernel/version-in-review.ts';
import { paperToPdf } from '../../kernel/paper-pdf.ts';
import type { Ports } from '../../kernel/ports.ts';
import { record } from '../../kernel/record.ts';
import { fileName } from '../../kernel/files/file-name.ts';
import { beijingToday } from '../../kernel/beijing-today.ts';
import { instantOf } from '../../kernel/papers/case-steps.ts';
import { withoutAbsent } from '../../kernel/without-absent.ts';
import { type CaseStep, moveCase } from '../../letter/case.ts';
import { answeredStep, explanationCase, explanationPapers, sentStep } from './explanation-records.ts';

/** Words of a clause that a letter quotes at most. */
const LONGEST_QUOTE = 600;

/** Requests for explanation about one version, oldest first. */
export function explanationsOf(store: Store, versionId: string): readonly ExplanationRequest[] {
  return explanationPapers(store)
    .list({ about: versionId })
    .map(({ body }) => body);
}

/** Asking the provider to explain clauses (Civil Code 496), from the question to the answer. */
export function explanationHandlers(ports: Ports): Handlers<typeof explanationCalls> {
  const { store, files } = ports;

  return {
    'review.explanations': ({ versionId }) => explanationsOf(store, versionId).map(view),

    'review.askExplanation': ({ versionId, clauseId, question, askedBy }) => {
      const { document } = matterOf(ports, versionId);
      const clause = document.clauses.find(({ id }) => id === clauseId);
      if (!clause) throw unknownThing(sentence('review.explanations.explanation-handlers.review-ask-explanation'));
      const at = ports.now().toISOString();
      const request: ExplanationRequest = {
        id: ports.newId(),
        versionId,
        clauseId,
        quote: [clause.heading, clause.text].filter(Boolean).join(' ').slice(0, LONGEST_QUOTE),
        question,
        askedAt: at,
        askedBy,
        ...(clause.number === undefined ? {} : { number: clause.number }),
      };
      const paper = { id: request.id, subject: versionId, state: 'asked', body: request } as const;
      return note('explanation-requested', request, { versionId, clauseId, question, askedBy }, () =>
        explanationPapers(store).put(paper, at),
      );
    },

    'review.explanationSent': ({ id, on, channel, to, proof }) => {
      const sent = { at: instantOf(ports, on), channel, to, ...fileMember(store, 'proof', proof) };
      return step(id, 'explanation-sent', sentStep(sent), (request) => markSent(request, sent), plain(sent));
    },

    'review.explanationAnswered': ({ id, on, channel, by, text, file }) => {
      const answer = { at: instantOf(ports, on), channel, by, text, ...fileMember(store, 'file', file) };
      return step(
        id,
        'explanation-answered',
        answeredStep(answer),
        (request) => markAnswered(request, answer),
        plain(answer),
      );
    },

    'review.keepExplanationFile': () =>
      keepChosen(ports, {
        title: sentence('review.explanations.explanation-handlers.review-keep-explanation-file.title'),
        extensions: [...IMPORTABLE_EXTENSIONS, ...PICTURE_EXTENSIONS, ...MAIL_EXTENSIONS],
      }),

    'review.explanationLetter': async ({ versionId, companyId, person, as, language }) => {
      const { agreement, version } = matterOf(ports, versionId);
      const company = companyById(store, companyId);
      if (!company) throw unknownThing(sentence('review.explanations.explanation-handlers.review-explanation-letter'));
      const letter = explanationLetter(
        unanswered(explanationsOf(store, versionId)),
        {
          provider: agreement.provider ?? agreement.title,
          company: company.name,
          person,
          agreementTitle: version.title,
          fingerprint: version.fingerprint,
          date: beijingToday(ports.now()),
        },
        language,
      );
      const paper = letterPaper(letter, language);
      const { bytes } = await paperToPdf(ports, paper, { fingerprint: version.fingerprint, author: company.name });
      if (as === 'print')
        return (await ports.print.dialog(bytes, letter.title)) ? { fileName: letter.title } : undefined;
      const parts = {
        company: company.name,
        paper: `${letter.title} ${version.title}`,
        day: beijingToday(ports.now()),
      };
      const saved = await files.save({ name: fileName(parts, 'pdf'), bytes });
      return saved === undefined ? undefined : { fileName: saved };
    },

    'review.explanationLetterValues': ({ versionId }) => {
      const { agreement, version } = matterOf(ports, versionId);
      return {
        addressee: agreement.provider ?? '',
        agreementTitle: version.title,
        agreementVersion: `第 ${version.ordinal} 个留存版本`,
        agreementFingerprint: version.fingerprint,
        questions: unanswered(explanationsOf(store, versionId)).map(({ number, quote, question }) => ({
          clause: number ?? '—',
          quote,
          question,
        })),
      };
    },
  };

  function step(
    id: string,
    kind: EntryKind,
    next: CaseStep,
    mark: (request: ExplanationRequest) => ExplanationRequest,
    payload: JsonObject,
  ): ExplanationView {
    const row = explanationPapers(store).get(id);
    if (!row) throw unknownThing(sentence('review.explanations.step'));
    const after = mark(row.body);
    moveCase(explanationCase(row.body), next);
    return note(kind, after, payload, () =>
      explanationPapers(store).put({ id, state: explanationState(after), body: after }, ports.now().toISOString()),
    );
  }

  function note(kind: EntryKind, request: ExplanationRequest, payload: JsonObject, write: () => void): ExplanationView {
    record(ports, { entry: { kind, subject: `explanation:${request.id}`, payload }, write, changed: ['review'] });
    return view(request);
  }
}

/** Plain data as the ledger takes it. */
const plain = (value: object): JsonObject => ({ ...withoutAbsent(value) });

const view = (request: ExplanationRequest): ExplanationView => ({ ...request, state: explanationState(request) });

function fileMember<Name extends string>(store: Store, name: Name, sha256: string | undefined) {
  const file = sha256 === undefined ? undefined : keptFile(store, sha256);
  return (file ? { [name]: file } : {}) as { readonly [Key in Name]?: KeptFile };
}

function letterPaper(letter: ReturnType<typeof explanationLetter>, language: Language): Paper {
  const [company = '', person = '', date = ''] = letter.signature;
  const paragraph = (text: string) => ({ kind: 'paragraph', runs: [{ text }], indent: true }) as const;
  return {
    title: letter.title,
    style: 'letter',
    language,
    blocks: [
      { kind: 'title', text: letter.title },
      { kind: 'addressee', text: letter.salutation },
      ...letter.opening.map(paragraph),
      ...letter.items.flatMap(({ heading, quote, question }) => [
        { kind: 'paragraph', runs: [{ text: heading, strong: 'source' as const }] } as const,
        paragraph(language === 'zh' ? `原文：“${quote}”` : `Text: “${quote}”`),
        paragraph(language === 'zh' ? `请说明：${question}` : `Please explain: ${question}`),
      ]),
      ...letter.closing.map(paragraph),
      {
        kind: 'signature',
        zone: 'seal-explanation',
        label: language === 'zh' ? '发函单位（盖章）' : 'Sender (seal)',
        name: company,
        date,
        ...(person === '' ? {} : { signatory: { label: language === 'zh' ? '经办人' : 'Handled by', name: person } }),
      },
    ],
  };
}
