import { call } from '../../../platform/call';
import { act, pageData, show, type, type FieldEvent } from '../../../platform/page';
import { daysIn, linesOf, yearsFrom } from './holidays.view';

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
      const asked = this.data.year === '' ? {} : { year: Number(this.data.year) };
      const { year, holidays, workdays } = await call('identity.holidays', asked);
      return { ...(asked.year === undefined && yearsFrom(year)), holidays: linesOf(holidays), workdays: linesOf(workdays), isSaved: false };
    });
  },
});
