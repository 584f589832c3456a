import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../shared/api.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { useEvery, useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';
import { EndDialog } from './end-dialog.tsx';
import { FirstPasswordDialog } from './first-password-dialog.tsx';
import { Proposals } from './proposals.tsx';
import { ProposeDialog } from './propose-dialog.tsx';
import { StaffTable } from './staff-table.tsx';

export type StaffRow = ReplyOf<'GET /api/staff'>['staff'][number];

/** Somebody's first password, and whose it is. */
export interface FirstPassword {
  readonly name: string;
  readonly username: string;
  readonly password: string;
}

type Open =
  | { readonly what: 'nothing' }
  | { readonly what: 'propose' }
  | { readonly what: 'end'; readonly row: StaffRow }
  | { readonly what: 'password'; readonly first: FirstPassword };

const enders: readonly string[] = ['administrator', 'officer-in-charge'];

/** Accounts: those that wait for a second person first, then who has one. */
export function Staff({ me }: { readonly me: Me }) {
  const load = useLoad('staff', signal => call('GET /api/staff', { signal }));
  const [open, setOpen] = useState<Open>({ what: 'nothing' });
  useEvery(60, () => void load.reload());
  const shut = () => {
    setOpen({ what: 'nothing' });
    void load.reload();
  };
  /** A password, if the account was let in at once; else it waits and nothing is shown. */
  const made = (first: FirstPassword | null) => (first ? setOpen({ what: 'password', first }) : shut());
  const propose =
    me.role === 'administrator' ? (
      <Button kind="primary" icon="plus" onClick={() => setOpen({ what: 'propose' })}>
        {t('staff.propose')}
      </Button>
    ) : null;

  return (
    <Page title={t('nav.staff')} tools={propose}>
      <Loaded load={load}>
        {({ staff, wings }) => (
          <>
            <Proposals rows={staff.filter(row => row.state === 'proposed')} onApproved={made} />
            <StaffTable
              me={me}
              rows={staff.filter(row => row.state !== 'proposed')}
              onEnd={enders.includes(me.role) ? row => setOpen({ what: 'end', row }) : null}
            />
            {open.what === 'propose' ? (
              <ProposeDialog staff={staff} wings={wings} onMade={made} onCancel={shut} />
            ) : null}
          </>
        )}
      </Loaded>
      {open.what === 'end' ? <EndDialog row={open.row} onDone={shut} onCancel={shut} /> : null}
      {open.what === 'password' ? <FirstPasswordDialog first={open.first} onClose={shut} /> : null}
    </Page>
  );
}
