import { Icon, Mark } from '../components/icon.tsx';
import type { IconName } from '../components/pictures.ts';
import { roleWords } from '../i18n/labels.ts';
import { t } from '../i18n/words.ts';
import type { Me } from '../store/session.ts';
import { caseList, counts } from '../store/submission.ts';
import { addressOfPlace, allOpen, homeOf, type Place, type PlainPage, pagesOf, readsCases } from './place.ts';
import { place } from './router.ts';
import { SelfMenu } from './self-menu.tsx';
import { useValue } from './use-value.ts';

const icons: Record<PlainPage, IconName> = {
  prisoners: 'files',
  tasks: 'clock',
  pins: 'key-round',
  work: 'calendar-days',
  import: 'archive',
  rulebook: 'scroll-text',
  kinds: 'layers',
  claims: 'flag',
  departures: 'log-out',
  irregularities: 'shield-alert',
  letters: 'lock',
  log: 'shield-check',
  kiosks: 'tablet',
  rounds: 'rotate-ccw',
  paper: 'file-text',
  lights: 'layers',
  staff: 'users-round',
  backups: 'database-backup',
  languages: 'languages',
  time: 'clock',
  law: 'scale',
  password: 'key-round',
};

/** The page of the menu that an inner page belongs to. */
const outerOf: Partial<Record<Place['page'], PlainPage>> = { prisoner: 'prisoners', language: 'languages' };

interface ItemProps {
  readonly to: Place;
  readonly icon: IconName;
  readonly words: string;
  readonly current: boolean;
  readonly count?: number | undefined;
  readonly late?: boolean;
}

function Item({ to, icon, words, current, count, late = false }: ItemProps) {
  return (
    <li>
      <a class="p-nav__item" href={addressOfPlace(to)} aria-current={current ? 'page' : undefined}>
        <Icon name={icon} />
        <span>{words}</span>
        {count ? (
          <span class="p-nav__count" data-late={late ? '' : undefined}>
            {count}
          </span>
        ) : null}
      </a>
    </li>
  );
}

/** The lists of cases in the menu, with how many wait in them. */
function CaseItems({ me, here }: { readonly me: Me; readonly here: Place }) {
  const now = useValue(counts);
  const inCases = here.page === 'cases' || here.page === 'case';
  // A case belongs to the list it was opened from.
  const list = here.page === 'cases' ? here.list : caseList.get().query.list;
  const reading = inCases && list === 'reading';
  const first = me.role === 'first-reader';
  return (
    <>
      {first ? (
        <Item
          to={{ ...allOpen, list: 'reading' }}
          icon="eye"
          words={t('nav.reading')}
          current={reading}
          count={now?.reading}
        />
      ) : null}
      <Item
        to={allOpen}
        icon="inbox"
        words={me.role === 'unit-officer' && me.unit ? t(`unit.${me.unit}`) : t('nav.cases')}
        current={inCases && !(first && reading)}
        count={now?.open}
        late={(now?.overdue ?? 0) > 0}
      />
    </>
  );
}

/** The panel's menu: what waits, the other pages of the role, and who is signed in. */
export function Nav({ me }: { readonly me: Me }) {
  const here = useValue(place);
  // Until a first password is changed there is nowhere else to go.
  const open = !me.mustChangePassword;
  return (
    <nav class="p-nav" aria-label={t('nav.label')}>
      <div class="p-nav__brand">
        <Mark />
        <span>{t('app.name')}</span>
        <span class="p-nav__place">{me.prison?.name ?? t('app.headquarters')}</span>
      </div>
      <ul class="p-nav__list">
        {open && readsCases(me.role) ? <CaseItems me={me} here={here} /> : null}
        {open && !readsCases(me.role) && homeOf(me.role).page === 'home' ? (
          <Item to={{ page: 'home' }} icon="inbox" words={t('nav.home')} current={here.page === 'home'} />
        ) : null}
        {(open ? pagesOf(me.role) : []).map(page => (
          <Item
            key={page}
            to={{ page }}
            icon={icons[page]}
            words={t(`nav.${page}`)}
            current={here.page === page || outerOf[here.page] === page}
          />
        ))}
      </ul>
      <div class="p-nav__me">
        <p class="p-nav__name">{me.name}</p>
        <p class="p-nav__role">{roleWords(me.role, me.unit)}</p>
        <SelfMenu />
        {me.prison?.demonstration ? <p class="p-nav__demonstration">{t('app.demonstration')}</p> : null}
      </div>
    </nav>
  );
}
