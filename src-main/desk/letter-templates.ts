import type { LetterTemplate as TemplateView } from '../contract/letters.ts';
import { commitmentTemplate } from '../letter/commitment.ts';
import { formById, FORMS } from '../letter/forms.ts';
import type { LetterTemplate } from '../letter/template.ts';
import type { Store } from '../store/store.ts';
import { unknownThing } from './failure.ts';

const COMMITMENT = 'commitment:';

/** What a letter can be started from: imported commitment letters first, then the forms in our own words. */
export function templateViews(store: Store): readonly TemplateView[] {
  const agreements = new Map(store.agreements.agreements().map((agreement) => [agreement.id, agreement]));
  const imported = store.agreements
    .versions()
    .filter(({ agreementId }) => agreements.get(agreementId)?.kind === 'commitment-letter')
    .map((version): TemplateView => {
      const parent = version.annexOf === undefined ? undefined : store.agreements.version(version.annexOf);
      return {
        id: `${COMMITMENT}${version.id}`,
        title: { zh: version.title, en: version.title },
        source: 'imported',
        versionId: version.id,
        agreementTitle: parent ? `${parent.title} v${parent.ordinal}` : `${version.title} v${version.ordinal}`,
      };
    });
  return [...imported, ...FORMS.map((form): TemplateView => ({ id: form.id, title: form.name, source: 'draft' }))];
}

/** A template by its id. @throws Refusal `not-found`, `not-a-commitment-letter`. */
export function templateById(store: Store, id: string): LetterTemplate {
  if (!id.startsWith(COMMITMENT)) {
    const form = formById(id);
    if (!form) throw unknownThing({ zh: '这份表单', en: 'form' });
    return form;
  }
  const version = store.agreements.version(id.slice(COMMITMENT.length));
  const document = version && store.agreements.document(version.id);
  if (!version || !document) throw unknownThing({ zh: '这份承诺书', en: 'commitment letter' });
  const owner = version.annexOf === undefined ? version : (store.agreements.version(version.annexOf) ?? version);
  return commitmentTemplate(document, {
    title: owner.title,
    version: `第 ${owner.ordinal} 版`,
    fingerprint: owner.fingerprint,
  });
}
