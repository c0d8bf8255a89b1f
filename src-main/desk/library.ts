import { canonicalText } from '../agreement/canonical.ts';
import { conspicuousTags } from '../agreement/emphasise.ts';
import type { AgreementDocument, ReadingChoices } from '../agreement/model.ts';
import { read } from '../agreement/read.ts';
import { Refusal } from '../agreement/refusal.ts';
import { carryIds } from '../compare/carry.ts';
import type { ContractHandlers } from '../contract/index.ts';
import type { DocumentDecision, ImportReview, LibraryView, SearchResult } from '../contract/library.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { sha256Hex } from '../ledger/node-digest.ts';
import type { AgreementRow, VersionRow } from '../store/agreements.ts';
import { unknownThing } from './failure.ts';
import { type ImportQueue, importQueue, pendingSource } from './import-queue.ts';
import type { Ports } from './ports.ts';
import { proposals } from './proposals.ts';
import { salted } from './salted.ts';
import { agreementSummaries } from './standing.ts';

type LibraryCalls = Extract<keyof ContractHandlers, `library.${string}` | `import.${string}`>;

const SEARCH_LIMIT = 60;
const EXCERPT = 60;

/** The library desk: what we have, bringing in more, and making versions of it. */
export function libraryDesk(ports: Ports): Pick<ContractHandlers, LibraryCalls> {
  const { store, files } = ports;
  const queue = importQueue(ports);

  return {
    'library.list': (): LibraryView => ({
      agreements: agreementSummaries(store),
      pending: store.sources
        .all()
        .filter((source) => source.state !== 'saved')
        .map(pendingSource),
    }),

    'library.search': ({ query }) => searchResults(ports, query),

    'library.rename': ({ agreementId, title, provider }) => {
      const agreement = store.agreements.agreement(agreementId);
      if (!agreement) throw unknownThing({ zh: '这份协议', en: 'agreement' });
      store.transaction(() => {
        store.agreements.renameAgreement(agreementId, title, provider);
        ports.ledger.append({
          kind: 'settings-changed',
          subject: `agreement:${agreementId}`,
          payload: salted({ title, provider: provider ?? 'not stated', before: agreement.title }),
        });
      });
      ports.emit('changed', { desks: ['library'] });
      return undefined;
    },

    'import.choose': async ({ what }) => {
      const chosen = await files.choose({
        title: { zh: '导入协议', en: 'Import agreements' },
        extensions: ['txt', 'md', 'markdown', 'html', 'htm', 'docx', 'pdf', 'text'],
        multiple: true,
        folder: what === 'folder',
      });
      return changed(await queue.takeAll(chosen));
    },

    'import.bytes': async ({ name, bytes }) => changed(await queue.take({ name, bytes })),

    'import.again': async ({ sourceId }) => changed(await queue.again(sourceId)),

    'import.sample': async () => {
      const outcomes = await queue.takeAll(await files.samples());
      for (const outcome of outcomes) {
        if (!('sourceId' in outcome) || outcome.sourceId === undefined || 'failure' in outcome) continue;
        const review = await importReview(ports, queue, outcome.sourceId, undefined, undefined);
        const fresh = proposedDecisions(review);
        if (fresh.length > 0) await confirm(ports, queue, outcome.sourceId, fresh);
      }
      return changed(outcomes);
    },

    'import.review': ({ sourceId, choices, encoding }) =>
      importReview(ports, queue, sourceId, choices as ReadingChoices | undefined, encoding),

    'import.confirm': async ({ sourceId, documents }) => changed(await confirm(ports, queue, sourceId, documents)),

    'import.setAside': ({ sourceId }) => {
      const source = store.sources.byId(sourceId);
      if (!source) throw unknownThing({ zh: '这份来源文件', en: 'source' });
      store.sources.setReading(sourceId, { ...source, state: 'set-aside', at: ports.now().toISOString() });
      return changed(undefined);
    },

    'import.cancel': () => {
      queue.cancel();
      return undefined;
    },
  };

  function changed<Value>(value: Value): Value {
    ports.emit('changed', { desks: ['library'] });
    return value;
  }
}

/** What confirming without a change would save: every document that is not already there. */
export function proposedDecisions(review: ImportReview): readonly DocumentDecision[] {
  return review.reading.documents.flatMap((document, index) => {
    const proposal = review.proposals[index];
    if (proposal?.known) return [];
    return [
      {
        index,
        title: document.title,
        ...(document.provider === undefined ? {} : { provider: document.provider }),
        ...(proposal?.resembles ? { agreementId: proposal.resembles.agreementId } : {}),
        ...(!proposal?.resembles && proposal?.follows ? { follows: proposal.follows.index } : {}),
      },
    ];
  });
}

async function importReview(
  ports: Ports,
  queue: ImportQueue,
  sourceId: string,
  choices: ReadingChoices | undefined,
  encoding: string | undefined,
): Promise<ImportReview> {
  const source = ports.store.sources.byId(sourceId);
  if (!source) throw unknownThing({ zh: '这份来源文件', en: 'source' });
  const marked = await queue.markedText(source, encoding);
  const { state } = ports.store.sources.byId(sourceId) ?? source;
  const used = choices ?? source.choices;
  // What can be read after all is not left standing as unreadable.
  if (choices !== undefined || encoding !== undefined || state === 'unreadable') {
    ports.store.sources.setReading(sourceId, {
      state: state === 'unreadable' ? 'pending' : state,
      encoding: encoding ?? source.encoding,
      choices: used,
      at: ports.now().toISOString(),
    });
  }
  const reading = read(marked, used);
  return {
    source: pendingSource(ports.store.sources.byId(sourceId) ?? source),
    format: marked.format,
    encoding: marked.encoding,
    lines: marked.lines.map(({ line, text }) => ({ line, text })),
    reading,
    choices: used,
    proposals: proposals(ports.store, reading.documents),
  };
}

async function confirm(
  ports: Ports,
  queue: ImportQueue,
  sourceId: string,
  decisions: readonly DocumentDecision[],
): Promise<readonly { versionId: string; agreementId: string }[]> {
  const source = ports.store.sources.byId(sourceId);
  if (!source) throw unknownThing({ zh: '这份来源文件', en: 'source' });
  const marked = await queue.markedText(source);
  const { documents } = read(marked, source.choices);
  return ports.store.transaction(() => {
    const saved = new Map<number, VersionRow>();
    for (const decision of decisions) {
      const document = documents[decision.index];
      if (!document) throw unknownThing({ zh: '这份文档', en: 'document' });
      saved.set(decision.index, saveVersion(ports, sourceId, document, decision, saved));
    }
    ports.store.sources.setReading(sourceId, { ...source, state: 'saved', at: ports.now().toISOString() });
    return [...saved.values()].map(({ id, agreementId }) => ({ versionId: id, agreementId }));
  });
}

function saveVersion(
  ports: Ports,
  sourceId: string,
  document: AgreementDocument,
  decision: DocumentDecision,
  saved: ReadonlyMap<number, VersionRow>,
): VersionRow {
  const { store, ledger } = ports;
  const at = ports.now().toISOString();
  const annexParent = document.annexOf === undefined ? undefined : saved.get(document.annexOf);
  const agreement =
    existingAgreement(ports, decision, saved) ?? newAgreement(ports, document, decision, annexParent, at);
  const earlier = store.agreements.versionsOf(agreement.id).at(-1);
  const before = earlier && store.agreements.document(earlier.id);
  const titled = { ...document, title: decision.title };
  const carried = before ? carryIds(before, titled) : titled;
  if (earlier?.fingerprint === document.fingerprint) throw alreadyThere(decision.title);
  const version = store.agreements.addVersion(
    {
      id: ports.newId(),
      agreementId: agreement.id,
      title: decision.title,
      fingerprint: document.fingerprint,
      sourceId,
      conspicuous: carried.clauses.filter((clause) => conspicuousTags(clause.tags).length > 0).length,
      savedAt: at,
      ...(annexParent ? { annexOf: annexParent.id } : {}),
    },
    carried,
    canonicalText(document),
  );
  ledger.append({
    at,
    kind: 'version-saved',
    subject: `version:${version.id}`,
    payload: {
      agreement: agreement.id,
      title: version.title,
      ordinal: version.ordinal,
      fingerprint: version.fingerprint,
      // Text, structure and source by their hashes: with these an evidence bundle can show that they are the ones saved.
      structure: sha256Hex(canonicalJson(carried)),
      source: sourceId,
      sourceSha256: store.sources.byId(sourceId)?.sha256 ?? 'unknown',
      ...(annexParent ? { annexOf: annexParent.id } : {}),
      lines: [...document.lines],
      repairs: document.repairs.length,
    },
  });
  return version;
}

function existingAgreement(
  ports: Ports,
  decision: DocumentDecision,
  saved: ReadonlyMap<number, VersionRow>,
): AgreementRow | undefined {
  const agreementId =
    decision.agreementId ?? (decision.follows === undefined ? undefined : saved.get(decision.follows)?.agreementId);
  if (agreementId === undefined) return undefined;
  const agreement = ports.store.agreements.agreement(agreementId);
  if (!agreement) throw unknownThing({ zh: '这份协议', en: 'agreement' });
  return agreement;
}

function newAgreement(
  ports: Ports,
  document: AgreementDocument,
  decision: DocumentDecision,
  annexParent: VersionRow | undefined,
  at: string,
): AgreementRow {
  const provider = decision.provider ?? document.provider;
  const agreement: AgreementRow = {
    id: ports.newId(),
    title: decision.title,
    kind: document.kind,
    origin: 'own',
    createdAt: at,
    ...(provider === undefined ? {} : { provider }),
    ...(annexParent ? { annexOf: annexParent.agreementId } : {}),
  };
  ports.store.agreements.addAgreement(agreement);
  return agreement;
}

function searchResults(ports: Ports, query: string): readonly SearchResult[] {
  const { agreements, search } = ports.store;
  const documents = new Map<string, AgreementDocument | undefined>();
  return search.find(query, SEARCH_LIMIT).flatMap((hit): readonly SearchResult[] => {
    const version = agreements.version(hit.versionId);
    if (!documents.has(hit.versionId)) documents.set(hit.versionId, agreements.document(hit.versionId));
    const clause = documents.get(hit.versionId)?.clauses[hit.ordinal];
    if (!version || !clause) return [];
    return [
      {
        versionId: version.id,
        agreementTitle: agreements.agreement(version.agreementId)?.title ?? version.title,
        ordinal: version.ordinal,
        clauseId: clause.id,
        excerpt: excerptAround(`${clause.heading ?? ''} ${clause.text}`.trim(), query),
        ...(clause.number === undefined ? {} : { number: clause.number }),
      },
    ];
  });
}

function excerptAround(text: string, query: string): string {
  const first = query.trim().split(/\s+/u)[0] ?? '';
  const at = Math.max(0, text.toLowerCase().indexOf(first.toLowerCase()));
  const from = Math.max(0, at - EXCERPT / 3);
  const cut = text.slice(from, from + EXCERPT);
  return `${from > 0 ? '…' : ''}${cut}${from + EXCERPT < text.length ? '…' : ''}`;
}

function alreadyThere(title: string): Refusal {
  return new Refusal(
    'version-known',
    {
      zh: `“${title}”的文本与库中最新版本完全相同，没有存成新版本。`,
      en: `“${title}” is the very same text as the newest version in the library; no version was saved.`,
    },
    { zh: '取消勾选这份文档后再确认。', en: 'Untick this document, then confirm again.' },
  );
}
