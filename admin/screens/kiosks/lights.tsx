import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { useEvery, useLive, useLoad } from '../../app/use-load.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { State } from '../../components/state.tsx';
import { ago, moment } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';
import { type Light, lightOf, lights, worriesOf } from './kiosk-state.ts';
import type { Kiosk } from './kiosks.tsx';
import { LightShape } from './light-shape.tsx';
import { worryWords } from './worry-words.ts';

function LightTile({ kiosk }: { readonly kiosk: Kiosk }) {
  const light = lightOf(kiosk);
  const [worst, ...more] = worriesOf(kiosk);
  return (
    <li class="p-light" data-light={light}>
      <LightShape light={light} />
      <div class="p-light__words">
        <h3 class="p-light__name">{kiosk.name}</h3>
        <p class="p-light__state">{t(`lights.${light}`)}</p>
        {worst && light !== 'well' ? (
          <p class="p-light__why">
            {worryWords(worst)}
            {more.length > 0 ? ` ${t('lights.more', { count: more.length })}` : ''}
          </p>
        ) : null}
        <p class="p-light__seen" title={kiosk.lastSeen ? moment(kiosk.lastSeen) : undefined}>
          {kiosk.lastSeen ? t('lights.seen', { when: ago(kiosk.lastSeen) }) : t('kiosk.state-never')}
        </p>
      </div>
    </li>
  );
}

/** How many of each, in words and shapes: the first thing one sees from across the room. */
function Sum({ kiosks }: { readonly kiosks: readonly Kiosk[] }) {
  const counts = Map.groupBy(kiosks, lightOf);
  const shown = (light: Light) => counts.get(light)?.length ?? 0;
  return (
    <ul class="p-lights-sum" aria-label={t('lights.sum')}>
      {lights.map(light => (
        <li
          key={light}
          class="p-light-sum"
          data-light={light}
          data-none={shown(light) === 0 ? '' : undefined}
        >
          <LightShape light={light} />
          <span class="p-light-sum__figure">{shown(light)}</span>
          <span>{t(`lights.${light}`)}</span>
        </li>
      ))}
    </ul>
  );
}

interface WallProps {
  readonly kiosks: readonly Kiosk[];
  readonly wings: readonly { readonly id: string; readonly name: string }[];
}

/** Wing by wing; a wing without a kiosk is shown too, since its people have none. */
function Wall({ kiosks, wings }: WallProps) {
  const byWing = Map.groupBy(kiosks, kiosk => kiosk.wing);
  return (
    <div class="p-wall">
      {wings.map(({ id, name }) => (
        <section key={id} class="p-wall__wing" aria-labelledby={`wing-${id}`}>
          <h2 class="p-wall__title" id={`wing-${id}`}>
            {name}
          </h2>
          {byWing.has(name) ? (
            <ul class="p-wall__lights">
              {(byWing.get(name) ?? [])
                .toSorted(
                  (a, b) =>
                    lights.indexOf(lightOf(a)) - lights.indexOf(lightOf(b)) || a.name.localeCompare(b.name),
                )
                .map(kiosk => (
                  <LightTile key={kiosk.id} kiosk={kiosk} />
                ))}
            </ul>
          ) : (
            <p class="p-wall__none">{t('lights.no-kiosk')}</p>
          )}
        </section>
      ))}
    </div>
  );
}

/** The wall of lights: one page for a screen on an office wall, every kiosk a light, live. */
export function Lights({ me }: { readonly me: Me }) {
  const load = useLoad('lights', signal => call('GET /api/kiosks', { signal }));
  useLive(() => void load.reload(), 'kiosk');
  // A kiosk that falls silent tells nobody.
  useEvery(30, () => void load.reload());
  return (
    <Page title={t('nav.lights')} note={me.prison?.name}>
      <Loaded load={load}>
        {({ kiosks, wings, copiedKey }) => {
          const used = kiosks.filter(kiosk => kiosk.revokedAt === null);
          return used.length === 0 ? (
            <State kind="welcome" picture="state-kept" title={t('kiosk.none')}>
              <p>{t(me.role === 'administrator' ? 'kiosk.none-note' : 'kiosk.none-other')}</p>
            </State>
          ) : (
            <>
              {copiedKey ? (
                <Notice kind="danger" icon="shield-alert">
                  {t('lights.copied-key')}
                </Notice>
              ) : null}
              <Sum kiosks={used} />
              <Wall kiosks={used} wings={wings} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
