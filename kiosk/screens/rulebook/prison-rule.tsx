import { pageOfRule } from '../../../shared/rulebook/prison-rules.ts';
import type { PrisonRule } from '../../../shared/rulebook/schema.ts';
import { useKiosk } from '../../app/kiosk-state.ts';
import { sayDate } from '../../i18n/days.ts';
import { useWords } from '../../i18n/words.ts';
import { PrivilegeList } from '../record/privileges.tsx';

/** What this prison entered about the subject of a reading page, or that it entered nothing; null on other pages. */
export function PrisonRuleOf({ page }: { page: string }) {
  const { say } = useWords();
  const rule = useKiosk().settings?.prisonRules?.find(({ key }) => pageOfRule[key] === page);
  if (!rule) return null;
  return (
    <>
      <h2>{say(`here.title.${rule.key}`)}</h2>
      <Value rule={rule} />
      <Standing rule={rule} />
    </>
  );
}

function Value({ rule: { texts, privileges } }: { rule: PrisonRule }) {
  const { language } = useWords();
  // The prison types both languages that every kiosk has; all others go on in Kiswahili.
  const typed = language === 'en' ? 'en' : 'sw';
  if (privileges) return <PrivilegeList privileges={privileges} lost={new Set()} />;
  if (!texts) return null;
  return (
    <ul lang={typed}>
      {texts[typed].map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Since when it is so and by which paper; what no paper confirms is never said as law. */
function Standing({ rule: { key, texts, privileges, confirmed, paper, validFrom } }: { rule: PrisonRule }) {
  const { say } = useWords();
  if (!texts && !privileges)
    return (
      <p class="k-note" data-kind="not-entered">
        {say('here.notEntered')}
      </p>
    );
  const since = validFrom
    ? say(key === 'outside-addresses' ? 'here.checked' : 'here.since', { day: sayDate(say, validFrom) })
    : '';
  const source = confirmed && paper ? say('here.paper', { paper }) : '';
  return (
    <p class="k-note" data-kind={confirmed ? undefined : 'not-confirmed'}>
      {[since, confirmed ? source : say('here.notConfirmed')].filter(Boolean).join(' ')}
    </p>
  );
}
