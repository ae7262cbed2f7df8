import { wallClock } from '../../../domain/time/format';
import { call } from '../../../platform/call';
import { act, pageData, show, type, type FieldEvent } from '../../../platform/page';
import { openHome } from '../../../platform/session';
import { daysIn, linesOf } from './holidays.view';

Page({
  data: {
    ...pageData,
    years: [] as { value: string; label: string }[],
    year: '',
    holidays: '',
    workdays: '',
    isSaved: false,
  },

  async onLoad() {
    await this.load();
  },

  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },

  async onYear({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ year: detail.value });
    await this.load();
  },

  onType(event: FieldEvent) {
    type(this, event);
    this.setData({ isSaved: false });
  },

  async onSave() {
    const year = Number(this.data.year);
    const [holidays, workdays] = [daysIn(this.data.holidays, year), daysIn(this.data.workdays, year)];
    const problems = { ...(holidays.problem && { holidays: holidays.problem }), ...(workdays.problem && { workdays: workdays.problem }) };
    this.setData({ problems });
    if (Object.keys(problems).length > 0) return;
    await act(this, 'save', async (attemptId) => {
      await call('identity.saveHolidays', { year, holidays: holidays.days, workdays: workdays.days }, attemptId);
      this.setData({ isSaved: true });
    });
  },

  async load() {
    await show(this, async () => {
      if (this.data.year === '') await this.start();
      const { holidays, workdays } = await call('identity.holidays', { year: Number(this.data.year) });
      return { holidays: linesOf(holidays), workdays: linesOf(workdays), isSaved: false };
    });
  },

  /** This year and the next, by the server's clock. */
  async start() {
    const { year } = wallClock((await openHome()).now);
    const years = [year, year + 1].map((each) => ({ value: String(each), label: `${each}年` }));
    this.setData({ years, year: String(year) });
  },
});
