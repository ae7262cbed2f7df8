/** 去学校接: the officer's side of 急事接孩子. */
import { childLimits } from '../../../domain/childcare/policy';
import { call } from '../../../platform/call';
import { complain } from '../../../platform/form';
import { act, leave, pageData, show, type, type FieldEvent } from '../../../platform/page';
import { fetchView, type FetchView } from './fetch.view';

Page({
  data: { ...pageData, most: childLimits, view: null as FetchView | null, phrase: '', hasTeacherConfirmed: false, isDeclining: false, alternative: '' },

  id: '',

  async onLoad({ id = '' }) {
    this.id = id;
    await this.load();
  },
  async onRetry() {
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },

  onType(event: FieldEvent) {
    type(this, event);
  },
  onConfirmed({ detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.setData({ hasTeacherConfirmed: detail.value, problem: '', problems: {} });
  },
  onDeclining() {
    this.setData({ isDeclining: true, problem: '', problems: {} });
  },
  onVisible({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (this.data.busy === '') this.setData({ isDeclining: detail.visible, problem: '', problems: {} });
  },

  async onTake() {
    if (await act(this, 'take', (attemptId) => call('childcare.takeFetch', { id: this.id }, attemptId))) await this.load();
  },
  async onDecline() {
    const alternative = this.data.alternative.trim();
    if (complain(this, alternative === '' ? { alternative: '写一句家长还能怎么办，例如：请外婆去接。' } : {})) return;
    if (await act(this, 'decline', (attemptId) => call('childcare.declineFetch', { id: this.id, alternative }, attemptId))) await leave('告诉家长了');
  },
  async onPickUp() {
    const { hasTeacherConfirmed } = this.data;
    const phrase = this.data.phrase.trim();
    const problems = { ...(phrase === '' && { phrase: '请老师说出口令，写在这里。' }), ...(!hasTeacherConfirmed && { teacher: '请老师核对口令、点头以后，再接走孩子。' }) };
    if (complain(this, problems)) return;
    if (await act(this, 'pickUp', (attemptId) => call('childcare.pickUp', { id: this.id, phrase, hasTeacherConfirmed }, attemptId))) await this.load();
  },

  async load() {
    await show(this, async () => ({ view: fetchView(await call('childcare.open', { id: this.id })) }));
  },
});
