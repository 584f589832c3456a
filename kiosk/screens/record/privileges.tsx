import type { Stage } from '../../../shared/stage/stages.ts';
import type { Rung, StageView } from '../../../shared/stage/view.ts';
import { Icon } from '../../components/picture.tsx';
import { useWords } from '../../i18n/words.ts';

type Privileges = NonNullable<Rung['privileges']>;

const icons: Readonly<Record<Privileges[number]['name'], string>> = {
  letters: 'send',
  visits: 'users-round',
  association: 'message-square',
  canteen: 'utensils',
  books: 'book-open',
  radio: 'volume-2',
  sport: 'sun',
  'own-clothes': 'shirt',
};

interface ListProps {
  readonly privileges: Privileges;
  /** What was taken away from him and is not over. */
  readonly lost: ReadonlySet<string>;
}

/** Privileges as pictures and words. */
export function PrivilegeList({ privileges, lost }: ListProps) {
  const { say } = useWords();
  if (privileges.length === 0) return <p class="k-ledger__note">{say('stage.bringsNothing')}</p>;
  return (
    <ul class="k-privileges">
      {privileges.map(({ name, amount, per }) => (
        <li key={name} class="k-privilege" data-lost={lost.has(name) || undefined}>
          <Icon name={lost.has(name) ? 'x' : icons[name]} />
          <span>
            <strong>{say(`privilege.${name}`)}</strong>
            {amount !== null && per !== null ? <> {say(`privilege.${per}`, { count: amount })}</> : null}
            {lost.has(name) ? <em> {say('stage.lostNow')}</em> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface KnownProps {
  readonly title: string;
  readonly privileges: Rung['privileges'];
  readonly confirmed: boolean;
  readonly lost: ReadonlySet<string>;
}

/** What is known, what is not, and never the one as the other. */
function Known({ title, privileges, confirmed, lost }: KnownProps) {
  const { say } = useWords();
  return (
    <section class="k-ledger">
      <h2 class="k-ledger__title">{title}</h2>
      {privileges && confirmed ? null : (
        <div class="k-believe">
          <Icon name="circle-help" />
          <p>{say(privileges ? 'stage.notConfirmed' : 'stage.unknown')}</p>
        </div>
      )}
      {privileges ? <PrivilegeList privileges={privileges} lost={lost} /> : null}
    </section>
  );
}

const lostOf = (view: StageView) => new Set(view.lost.filter(({ over }) => !over).map(({ what }) => what));

/** What a rung brings, from the rulebook; on his own rung without what was taken away. */
export function Brings({ view, stage }: { view: StageView; stage: Stage }) {
  const { say } = useWords();
  const rung = view.ladder.find(one => one.stage === stage);
  if (!rung) return null;
  return (
    <Known
      title={say('stage.brings', { stage: say(`stage.name.${stage}`) })}
      privileges={rung.privileges}
      confirmed={rung.confirmed}
      lost={stage === view.stage ? lostOf(view) : new Set()}
    />
  );
}

/** Further privileges (rule 18) that the prison gives, or that it entered none. */
export function Further({ view }: { view: StageView }) {
  const { say } = useWords();
  return (
    <Known
      title={say('stage.further')}
      privileges={view.further}
      confirmed={view.furtherConfirmed}
      lost={lostOf(view)}
    />
  );
}
