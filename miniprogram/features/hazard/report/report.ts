/** 报隐患: danger first, then what, where, and a photo. What was written stays on the phone until it has arrived. */
import type { ChecklistName } from '../../../../typings/contract/hazard';
import type { Chip } from '../../../components/filter-chips/filter-chips.view';
import { hazardPage } from '../../../components/hazard-card/hazard-card.view';
import type { PhotosChange } from '../../../components/photo-picker/photo-picker.view';
import type { ChosenPlace } from '../../../components/place-picker/place-picker.view';
import { hazardLimits } from '../../../domain/hazard/policy';
import { call } from '../../../platform/call';
import { draftOf, dropDraft, keepDraft } from '../../../platform/drafts';
import { act, formData } from '../../../platform/page';
import { myself } from '../../../platform/session';
import { askToTell } from '../../../platform/subscribe';
import { checklistTiles, companionChips, emptyReport, inputOf, isPatrol, missingIn, reportView, stepFrom, stepToMend, type Report, type Step } from './report.view';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: 'door' | 'story' | 'responsible' | 'advice' | 'companionId' }>;

const draft = 'hazard';

Page({
  data: {
    ...formData,
    report: emptyReport,
    view: reportView(emptyReport),
    tiles: checklistTiles,
    most: hazardLimits,
    /** Colleagues who may have been there; none for a resident. */
    colleagues: [] as Chip[],
  },

  isPatrol: false,

  async onLoad() {
    const report = { ...emptyReport, ...draftOf<Report>(draft) };
    this.setData({ report, view: reportView(report) });
    const me = await myself().catch(() => undefined);
    this.isPatrol = me !== undefined && isPatrol(me.roles);
    if (report.step === 'more') await this.askColleagues();
  },

  onDanger({ detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.change({ isDangerNow: detail.value });
  },
  onCall({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { number: string }>) {
    void wx.makePhoneCall({ phoneNumber: currentTarget.dataset.number, fail: () => undefined });
  },
  onChecklist({ detail }: WechatMiniprogram.CustomEvent<{ value: ChecklistName }>) {
    if (detail.value !== this.data.report.checklist) this.change({ checklist: detail.value, items: [] });
  },
  onItem({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: boolean }, object, { key: string }>) {
    const { key } = currentTarget.dataset;
    const others = this.data.report.items.filter((each) => each !== key);
    this.change({ items: detail.value ? [...others, key] : others });
  },
  onPlace({ detail }: WechatMiniprogram.CustomEvent<ChosenPlace>) {
    this.change({ buildingId: detail.buildingId, place: detail.text, companionId: '' });
  },
  onPhotos({ detail }: WechatMiniprogram.CustomEvent<PhotosChange>) {
    this.change({ photos: detail.photos });
  },
  onAdvised({ detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.change({ hasAdvised: detail.value });
  },
  onField({ currentTarget, detail }: Typed) {
    this.change({ [currentTarget.dataset.field]: detail.value });
  },

  async onNext() {
    const problems = missingIn(this.data.report);
    this.setData({ problems });
    if (Object.keys(problems).length > 0) return;
    if (this.data.report.step === 'more') await this.submit();
    else await this.go(stepFrom(this.data.report.step, 1));
  },
  async onBack() {
    await this.go(stepFrom(this.data.report.step, -1));
  },

  async onMine() {
    await wx.navigateTo({ url: '/features/hazard/list/list' });
  },

  async submit() {
    await askToTell('progress');
    await act(this, 'report', async (attemptId) => {
      const { id } = await call('hazard.report', inputOf(this.data.report), attemptId);
      dropDraft(draft);
      await wx.redirectTo({ url: `${hazardPage(id)}&isNew=1` });
    });
    const mend = stepToMend(this.data.problems);
    if (mend && mend !== 'more') this.change({ step: mend });
  },
  async go(step: Step) {
    this.setData({ problems: {}, problem: '' });
    this.change({ step });
    wx.pageScrollTo({ scrollTop: 0, duration: 0, fail: () => undefined });
    if (step === 'more') await this.askColleagues();
  },
  /** Without them one may still report. */
  async askColleagues() {
    if (!this.isPatrol) return;
    const answer = await call('hazard.colleagues', { buildingId: this.data.report.buildingId }).catch(() => ({ people: [] }));
    this.setData({ colleagues: answer.people.length > 0 ? companionChips(answer.people) : [] });
  },
  change(said: Partial<Report>) {
    const report = { ...this.data.report, ...said };
    keepDraft(draft, report);
    this.setData({ report, view: reportView(report) });
  },
});
