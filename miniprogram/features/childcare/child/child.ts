/** 孩子和接的人: who may come, what is known, what was agreed to; and the ways to change or end it. */
import type { ChildView } from '../../../../typings/contract/childcare';
import { careNoticeVersion } from '../../../domain/childcare/policy';
import { call } from '../../../platform/call';
import { dropLast } from '../../../platform/last-known';
import { act, leave, pageData, show } from '../../../platform/page';
import type { Ask } from '../components/ask-sheet/ask-sheet.view';
import { pages } from '../pages';
import { askFor, childPageOf, type ChildPage, type SheetName } from './child.view';

const unopened: { sheet: SheetName } = { sheet: 'school' };

Page({
  data: {
    ...pageData,
    view: null as ChildPage | null,
    ask: null as Ask | null,
    /** What the field of the sheet begins with. */
    value: '',
  },

  id: '',
  child: undefined as ChildView | undefined,
  ...unopened,
  /** Whom the sheet is about. */
  personId: '',

  onLoad({ id = '' }) {
    this.id = id;
  },
  async onShow() {
    await this.load();
  },
  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },

  async onToday() {
    await wx.navigateTo({ url: `${pages.person(this.id)}&today=1` });
  },
  onField({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { name: SheetName }>) {
    const { name } = currentTarget.dataset;
    const { school = '', className = '', allergy = '' } = this.child ?? {};
    const values: Partial<Record<SheetName, string>> = { school, className, allergy };
    this.open(name, this.data.view?.nickname ?? '', values[name] ?? '');
  },
  onRemove({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string; name: string }>) {
    this.personId = currentTarget.dataset.id;
    this.open('remove', currentTarget.dataset.name, '');
  },
  onClose() {
    this.setData({ ask: null, problem: '' });
  },
  async onSend({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { sheet } = this;
    const isDone = await act(this, `${sheet}:${this.personId}`, async (attemptId) => {
      this.take(await this.send(sheet, detail.value, attemptId));
      this.setData({ ask: null });
    });
    if (!isDone || sheet !== 'erase') return;
    dropLast('children');
    dropLast('home');
    await leave('都删掉了');
  },
  async onConsent() {
    await act(this, 'consent', async (attemptId) => this.take(await call('childcare.consent', { id: this.id, version: careNoticeVersion }, attemptId)));
  },

  open(sheet: SheetName, who: string, value: string) {
    this.sheet = sheet;
    this.setData({ ask: askFor(sheet, who), value, problem: '' });
  },
  send(sheet: SheetName, value: string, attemptId: string): Promise<ChildView> {
    const { id, personId } = this;
    if (sheet === 'remove') return call('childcare.removePerson', { id, personId }, attemptId);
    if (sheet === 'withdraw') return call('childcare.withdrawConsent', { id }, attemptId);
    if (sheet === 'erase') return call('childcare.erase', { id }, attemptId);
    if (sheet === 'familyWord') return call('childcare.familyWord', { id, word: value }, attemptId);
    return call('childcare.complete', { id, ...(sheet === 'school' && { school: value }), ...(sheet === 'className' && { className: value }), ...(sheet === 'allergy' && { allergy: value }) }, attemptId);
  },
  take(child: ChildView) {
    this.child = child;
    this.setData({ view: childPageOf(child, Date.now()) });
  },
  async load() {
    await show(this, async () => {
      this.child = await call('childcare.child', { id: this.id });
      return { view: childPageOf(this.child, Date.now()) };
    });
  },
});
