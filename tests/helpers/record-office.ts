import { OfficeApi } from './office-api.ts';

/** The documentation office at its own API, for what a test needs in a record before anybody looks at it. */
export class RecordOffice extends OfficeApi {
  async signIn(): Promise<void> {
    await this.signInAs('records');
  }

  post(path: string, body: object): Promise<unknown> {
    return this.ask('POST', path, body);
  }

  /** The id of whoever has this number. */
  async idOf(number: string): Promise<string> {
    const { prisoners } = await this.ask<{ prisoners: { id: string }[] }>(
      'GET',
      `/api/prisoners?search=${encodeURIComponent(number)}`,
    );
    return prisoners[0]?.id ?? '';
  }

  /** A sentence of three years from 1 February 2025, and both dates as the office counts them. */
  async enterThreeYears(id: string): Promise<void> {
    const term = { date: '2025-02-01', years: 3, months: 0, days: 0, kind: 'definite', consecutiveTo: null };
    const none = { custodyDays: 0, fineCents: 0, court: 'Kitale' };
    const dates = { latest: '2028-01-31', earliest: '2027-01-31' };
    const lines = [
      { kind: 'sentence', reason: 'Warrant', content: { ...term, ...none } },
      { kind: 'dates', reason: 'Warrant', content: dates },
    ];
    for (const line of lines) await this.post(`/api/prisoners/${id}/sentence/lines`, line);
  }

  /** March 2025: 18 days of grade A and one of B, and a shilling spent in the canteen. */
  async enterMarch(prisoner: string): Promise<void> {
    const day = (number: number) => `2025-03-${String(number).padStart(2, '0')}`;
    for (let number = 3; number <= 20; number += 1)
      await this.post('/api/earnings/day', { day: day(number), lines: [{ prisoner, grade: 'a' }] });
    await this.post('/api/earnings/day', { day: day(21), lines: [{ prisoner, grade: 'b' }] });
    const bought = { kind: 'canteen', on: day(22), cents: 100, reason: 'Canteen book' };
    await this.post(`/api/prisoners/${prisoner}/earnings/lines`, bought);
  }

  /** Undoes every line that stands, so that the record says only what is entered now. */
  async empty(id: string, noun: 'sentence' | 'stage'): Promise<void> {
    type Line = { id: string; kind: string; reversed: boolean };
    const { lines } = await this.ask<{ lines: Line[] }>('GET', `/api/prisoners/${id}/${noun}`);
    for (const line of lines.filter(({ kind, reversed }) => kind !== 'reversal' && !reversed))
      await this.post(`/api/prisoners/${id}/${noun}/reversals`, { entry: line.id, reason: 'Begun anew' });
  }
}
