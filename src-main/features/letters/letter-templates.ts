import { textNamed } from '../../store/agreements.ts';
import { asWritten, say, sentence } from '../../agreement/sentence.ts';
import type { LetterTemplate as TemplateView } from '../../contract/letters.ts';
import { commitmentTemplate } from '../../letter/commitment.ts';
import {
  ACCOUNT_ADJUSTMENT,
  AUTHORISATION,
  DELIVERY_ADDRESS,
  formById,
  FORMS,
  INVOICE_DETAILS,
  INVOICE_TITLES,
  NON_RENEWAL_NOTICE,
  REFUND_AND_DATA,
  SERVICE_CREDIT_CLAIM,
  TERMINATION_NOTICE,
} from '../../letter/forms.ts';
import type { LetterTemplate } from '../../letter/template.ts';
import type { VersionRow } from '../../store/agreements.ts';
import type { Store } from '../../store/store.ts';
import { agreementSummaries } from '../../kernel/standing.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { versionWords } from '../../kernel/papers/letter-words.ts';
import { ownForms, ownTemplate } from './own-forms.ts';
import { TEMPLATES } from '../../kernel/stored-names.ts';

const COMMITMENT = TEMPLATES.commitment;

/** What providers call their own forms of what we have a template for. */
const LIKE: Readonly<Record<string, RegExp>> = {
  [AUTHORISATION.id]: /授权|委托|authori[sz]|power of attorney/iu,
  [INVOICE_DETAILS.id]: /开票信息|发票信息|专票|专用发票|billing|invoice/iu,
  [INVOICE_TITLES.id]: /抬头|分别开具|billing name|invoice title/iu,
  [ACCOUNT_ADJUSTMENT.id]: /调账|adjust/iu,
  [REFUND_AND_DATA.id]: /退款|退订|refund/iu,
  [TERMINATION_NOTICE.id]: /解除|终止|terminat/iu,
  [NON_RENEWAL_NOTICE.id]: /不续|non-renewal/iu,
  [DELIVERY_ADDRESS.id]: /送达地址|联系方式|contact/iu,
  [SERVICE_CREDIT_CLAIM.id]: /赔偿申请|索赔|claim/iu,
};

/** What a letter can be started from: imported commitment letters (those of what stands at an instant, UTC ISO, first), the provider's own files, the forms in our own words. */
export function templateViews(store: Store, instant: string): readonly TemplateView[] {
  const standing = new Set(
    agreementSummaries(store, instant).flatMap(({ versions }) =>
      versions.flatMap(({ id, stands }) => (stands ? [id] : [])),
    ),
  );
  const agreements = new Map(store.agreements.ownAgreements().map((agreement) => [agreement.id, agreement]));
  const providerOf = (id: string): { readonly provider?: string } => {
    const provider = agreements.get(id)?.provider;
    return provider === undefined ? {} : { provider };
  };
  const imported = store.agreements
    .versions()
    .filter(({ agreementId }) => agreements.get(agreementId)?.kind === 'commitment-letter')
    .map((version): TemplateView => {
      const parent = version.annexOf === undefined ? undefined : store.agreements.version(version.annexOf);
      return {
        id: `${COMMITMENT}${version.id}`,
        title: asWritten(version.title),
        source: 'imported',
        versionId: version.id,
        stands: standing.has(parent?.id ?? version.id),
        agreementTitle: textNamed(parent ?? version),
        apart: { ...providerOf(parent?.agreementId ?? version.agreementId), at: version.savedAt },
      };
    });
  const kept = ownForms(store);
  const own = kept.map(({ id, title, format, at }): TemplateView => ({
    id,
    title: asWritten(title),
    source: 'own-form',
    format,
    apart: { at },
  }));
  return onlyWhereAlike([
    ...imported.filter(({ stands }) => stands),
    ...imported.filter(({ stands }) => !stands).toReversed(),
    ...own,
    ...FORMS.map((form): TemplateView => {
      const instead = kept.filter(({ title }) => LIKE[form.id]?.test(title));
      return {
        id: form.id,
        title: form.name,
        source: 'draft',
        ...(instead.length === 0 ? {} : { instead: instead.map(({ id, title }) => ({ id, title: asWritten(title) })) }),
      };
    }),
  ]);
}

/** What tells two templates of one name apart is said of them, and of no others. */
function onlyWhereAlike(templates: readonly TemplateView[]): readonly TemplateView[] {
  const called = ({ source, title, agreementTitle, format }: TemplateView): string =>
    [source, say(title, 'zh'), agreementTitle ?? '', format ?? ''].join('\n');
  const counts = new Map<string, number>();
  for (const each of templates) counts.set(called(each), (counts.get(called(each)) ?? 0) + 1);
  return templates.map(({ apart, ...each }) =>
    apart && (counts.get(called(each)) ?? 0) > 1 ? { ...each, apart } : each,
  );
}

/** A template by its id. @throws Refusal `not-found`, `not-a-commitment-letter`. */
export function templateById(store: Store, id: string): LetterTemplate {
  if (!id.startsWith(COMMITMENT)) {
    const form = formById(id) ?? ownTemplate(store, id);
    if (!form) throw unknownThing(sentence('letters.letter-templates.template-by-id'));
    return form;
  }
  const version = store.agreements.version(id.slice(COMMITMENT.length));
  const document = version && store.agreements.document(version.id);
  if (!version || !document) throw unknownThing(sentence('letters.letter-templates.template-by-id-2'));
  const owner = ownerOf(store, id);
  // A letter that was brought in by itself does not say which agreement it belongs to: a person does.
  if (!owner) return commitmentTemplate(document, {});
  return commitmentTemplate(document, {
    title: owner.title,
    version: versionWords(store, owner, 'zh'),
    versionEnglish: versionWords(store, owner, 'en'),
    fingerprint: owner.fingerprint,
  });
}

/** The version whose words a commitment letter has; none of any other template. */
export const publishedAs = (store: Store, templateId: string): VersionRow | undefined =>
  templateId.startsWith(COMMITMENT) ? store.agreements.version(templateId.slice(COMMITMENT.length)) : undefined;

/** The version of the agreement that a commitment letter is an annex of; none where it stands by itself, for it never belongs to itself. */
export function ownerOf(store: Store, templateId: string): VersionRow | undefined {
  const annexOf = publishedAs(store, templateId)?.annexOf;
  return annexOf === undefined ? undefined : store.agreements.version(annexOf);
}

/** The letter of a later version, when the one that a letter was started from has been superseded. */
export function newerLetter(
  store: Store,
  templateId: string,
): { readonly templateId: string; readonly title: string } | undefined {
  if (!templateId.startsWith(COMMITMENT)) return undefined;
  const version = store.agreements.version(templateId.slice(COMMITMENT.length));
  const newest = version && store.agreements.versionsOf(version.agreementId).at(-1);
  if (!newest || newest.ordinal <= version.ordinal) return undefined;
  const owner = newest.annexOf === undefined ? newest : (store.agreements.version(newest.annexOf) ?? newest);
  return { templateId: `${COMMITMENT}${newest.id}`, title: textNamed(owner) };
}
