import evening from '../../assets/letters/worded-until-2026-12-01-evening.json' with { type: 'json' };
import first from '../../assets/letters/worded-until-2026-12-01.json' with { type: 'json' };
import type { FormerWording, TemplateBlock, TemplateField } from './template.ts';

/** A form as it stood, the newest wording first: nothing in the archive is ever changed, for letters went out in these words. */
interface Archived {
  readonly fields: readonly TemplateField[];
  readonly zh: readonly (readonly TemplateBlock[])[];
  readonly en: readonly (readonly TemplateBlock[])[];
}

/** The newest archive first. The forms were reworded twice on one day: the second archive has their words between the two times. */
const ARCHIVES = [evening, first].map(
  (archive) => new Map(Object.entries(archive as unknown as Readonly<Record<string, Archived>>)),
);

/** How a form of ours was once worded: a letter that went out in those words keeps them, and no other has them. */
export function formerWordings(id: string): readonly FormerWording[] {
  return ARCHIVES.flatMap((archive) => {
    const { fields = [], zh = [], en = [] } = archive.get(id) ?? {};
    return [
      ...zh.map((blocks) => ({ language: 'zh', fields, blocks }) as const),
      ...en.map((blocks) => ({ language: 'en', fields, blocks }) as const),
    ];
  });
}
