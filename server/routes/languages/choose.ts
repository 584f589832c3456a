import { isoOf } from '../../clock.ts';
import { done, handle, present } from '../../http/operation.ts';
import { chooseLanguages } from '../../queries/language.ts';

export const chooseKioskLanguages = handle(
  'POST /api/languages/choice',
  async ({ context, caller, body }) => {
    const staff = present(caller.staff, 'staff');
    const prisonId = present(staff.prisonId, 'prison');
    await chooseLanguages(
      context.database,
      { ...staff, prisonId },
      body.languages,
      isoOf(context.clock.now()),
    );
    return done;
  },
);
