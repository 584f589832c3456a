import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Role } from '../../shared/staff/roles.ts';
import { Icon, Mark } from '../components/icon.tsx';
import type { IconName } from '../components/pictures.ts';
import { roleWords } from '../i18n/labels.ts';
import { t } from '../i18n/words.ts';
import type { Me } from '../store/session.ts';
import { caseList, counts } from '../store/submission.ts';
import {
  addressOfPlace,
  allOpen,
  homeOf,
  type MenuPart,
  menuParts,
  type Place,
  type PlainPage,
  pagesIn,
  readsCases,
} from './place.ts';
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
  visit: 'landmark',
  letters: 'lock',
  log: 'shield-check',
  kiosks: 'tablet',
  rounds: 'rotate-ccw',
  paper: 'file-text',
  lights: 'layers',
  staff: 'users-round',
  digest: 'clock-alert',
  walk: 'files',
  absences: 'user-round',
  backups: 'database-backup',
  content: 'pencil',
  languages: 'languages',
  time: 'clock',
  law: 'scale',
  password: 'key-round',
};

/** The page of the menu that an inner page belongs to. */
const outerOf: Partial<Record<Place['page'], PlainPage>> = {
  prisoner: 'prisoners',
  language: 'languages',
  text: 'content',
};

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

interface PartProps {
  readonly me: Me;
  readonly here: Place;
  readonly part: MenuPart;
}

const isAt = (here: Place, page: PlainPage): boolean => here.page === page || outerOf[here.page] === page;

function PageItems({ me, here, part }: PartProps) {
  return pagesIn(me.role, part).map(page => (
    <Item key={page} to={{ page }} icon={icons[page]} words={t(`nav.${page}`)} current={isAt(here, page)} />
  ));
}

/** One part of the menu, under its heading, which opens and closes it. */
function Part({ me, here, part, open }: PartProps & { readonly open: boolean }) {
  const id = `menu-${part}`;
  return (
    <details class="p-nav__part" data-part={part} open={open}>
      <summary class="p-nav__head" id={id}>
        <Icon name="chevron-right" />
        {t(`nav-part.${part}`)}
      </summary>
      <ul class="p-nav__list" aria-labelledby={id}>
        <PageItems me={me} here={here} part={part} />
      </ul>
    </details>
  );
}

/**
 * The parts that stand open: all of them if there is room, else that of the page and, from the top, as many others as
 * the place holds. Measured anew when the place or the page changes; in between, each is opened and closed by hand.
 */
function useOpenParts(list: RefObject<HTMLElement | null>, here: MenuPart | null, role: Role) {
  const [open, setOpen] = useState<readonly string[]>(menuParts);
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const measure = () => setHeight(innerHeight);
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  useLayoutEffect(() => {
    const place = list.current;
    if (!place) return;
    const groups = [...place.querySelectorAll('details')];
    for (const group of groups) group.open = true;
    // All is measured at once: asked again after a part was closed, the browser lays the page out anew.
    const heights = groups.map(group => group.querySelector('ul')?.getBoundingClientRect().height ?? 0);
    let over = place.scrollHeight - place.clientHeight;
    for (const [index, group] of [...groups.entries()].toReversed()) {
      if (over <= 0 || group.dataset.part === here) continue;
      over -= heights[index] ?? 0;
      group.open = false;
    }
    const next = groups.filter(group => group.open).map(group => group.dataset.part ?? '');
    setOpen(before => (before.join() === next.join() ? before : next));
  }, [list, here, role, height]);
  return open;
}

/** What waits comes first, with no heading. */
function FirstPart({ me, here }: { readonly me: Me; readonly here: Place }) {
  const readsNone = !readsCases(me.role);
  return (
    <ul class="p-nav__list" aria-label={t('nav-part.cases')}>
      {readsNone ? null : <CaseItems me={me} here={here} />}
      {readsNone && homeOf(me.role).page === 'home' ? (
        <Item to={{ page: 'home' }} icon="inbox" words={t('nav.home')} current={here.page === 'home'} />
      ) : null}
      <PageItems me={me} here={here} part="cases" />
    </ul>
  );
}

/** The pages of the menu, part by part. */
function Parts({ me }: { readonly me: Me }) {
  const here = useValue(place);
  const list = useRef<HTMLDivElement>(null);
  const parts = menuParts.filter(part => part !== 'cases' && pagesIn(me.role, part).length > 0);
  const within = parts.find(part => pagesIn(me.role, part).some(page => isAt(here, page))) ?? null;
  const open = useOpenParts(list, within, me.role);
  return (
    <div class="p-nav__parts" ref={list}>
      <FirstPart me={me} here={here} />
      {parts.map(part => (
        <Part key={part} me={me} here={here} part={part} open={open.includes(part)} />
      ))}
    </div>
  );
}

/** The panel's menu: what waits, the other pages of the role, and who is signed in. */
export function Nav({ me }: { readonly me: Me }) {
  return (
    <nav class="p-nav" aria-label={t('nav.label')}>
      <div class="p-nav__brand">
        <Mark />
        <span>{t('app.name')}</span>
        <span class="p-nav__place">{me.prison?.name ?? t('app.headquarters')}</span>
      </div>
      {/* Until a first password is changed there is nowhere else to go. */}
      {me.mustChangePassword ? null : <Parts me={me} />}
      <div class="p-nav__me">
        <p class="p-nav__name">{me.name}</p>
        <p class="p-nav__role">{roleWords(me.role, me.unit)}</p>
        <SelfMenu />
        {me.prison?.demonstration ? <p class="p-nav__demonstration">{t('app.demonstration')}</p> : null}
      </div>
    </nav>
  );
}
