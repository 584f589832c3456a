import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../server/demonstration/random.ts';
import {
  aboutOfficerTexts,
  beanTexts,
  complaintTexts,
  replyOf,
} from '../../../server/demonstration/texts.ts';
import complaints from '../../../server/demonstration/words/complaints.json' with { type: 'json' };
import replies from '../../../server/demonstration/words/replies.json' with { type: 'json' };
import { kinds, rule43Kinds } from '../../../shared/submission/kinds.ts';
import { missingFromReply, outcomes } from '../../../shared/submission/reply.ts';

const languages = ['en', 'sw'] as const;
const problems = rule43Kinds.flatMap(kind => kinds[kind].map(problem => [kind, problem] as const));

describe('the made-up words of the demonstration', () => {
  it.each(problems)('%s %s has complaints and complete replies in both languages', (kind, problem) => {
    const day = Temporal.PlainDate.from('2026-03-02');
    for (const language of languages) {
      const texts = complaintTexts(kind, problem, language);
      expect(texts.length).toBeGreaterThan(0);
      for (const text of texts) expect(text.length).toBeLessThanOrEqual(1000);
      const said = {
        kind,
        problem,
        when: 'today',
        many: 'me',
        text: null,
        aboutOfficer: null,
        language,
      } as const;
      for (const outcome of outcomes)
        for (const reason of ['first', 'again', 'officer', 'headquarters'] as const)
          expect(missingFromReply(replyOf(said, outcome, reason, day, makeRandom(1)))).toEqual([]);
    }
  });

  it.each(rule43Kinds)('%s has complaints about an officer in both languages', kind => {
    for (const language of languages) expect(aboutOfficerTexts(kind, language).length).toBeGreaterThan(0);
  });

  it('hold nothing for a problem that does not exist', () => {
    for (const kind of rule43Kinds) {
      expect(Object.keys(complaints[kind]).toSorted()).toEqual([...kinds[kind]].toSorted());
      expect(Object.keys(replies[kind]).toSorted()).toEqual([...kinds[kind]].toSorted());
    }
  });

  it('are said once: no text stands in two places', () => {
    const all = languages.flatMap(language => [
      ...problems.flatMap(([kind, problem]) => complaintTexts(kind, problem, language)),
      ...rule43Kinds.flatMap(kind => aboutOfficerTexts(kind, language)),
      ...beanTexts(language),
    ]);
    expect(new Set(all).size).toBe(all.length);
  });
});
