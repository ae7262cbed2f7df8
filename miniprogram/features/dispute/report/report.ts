/** 说事: one question a step, or a voice note. What was said stays on the phone until it has arrived. */
import type { DangerAnswers, DisputeCategory } from '../../../../typings/contract/dispute';
import { storyPage } from '../../../components/dispute-card/dispute-card.view';
import type { PhotosChange } from '../../../components/photo-picker/photo-picker.view';
import type { ChosenPlace } from '../../../components/place-picker/place-picker.view';
import type { VoiceChange } from '../../../components/voice-recorder/voice-recorder.view';
import { disputeLimits } from '../../../domain/dispute/policy';
import { call, newAttemptId } from '../../../platform/call';
import { draftOf, dropDraft, keepDraft } from '../../../platform/drafts';
import { act, formData } from '../../../platform/page';
import { myself } from '../../../platform/session';
import { askToTell } from '../../../platform/subscribe';
import { attemptFor, categoryTiles, emptyReport, inputOf, isBegun, missingIn, reportView, stepFrom, stepToMend, stillWrong, type Report, type Step } from './report.view';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: 'door' | 'story' | 'otherName' | 'otherPhone' }>;

const draft = 'report';

Page({
  data: {
    ...formData,
    report: emptyReport,
    view: reportView(emptyReport),
    tiles: categoryTiles,
    most: disputeLimits,
    /** Masked; empty while nobody knows it. */
    phone: '',
    hasHome: false,
    /** What is written comes from last time. */
    isResumed: false,
    /** One answer is being changed from the summary. */
    isMending: false,
    /** It was sent and has not arrived. */
    isUnsent: false,
  },

  async onLoad({ earlier }) {
    const report: Report = { ...emptyReport, ...draftOf<Report>(draft), ...(earlier !== undefined && { earlierId: earlier }) };
    this.setData({ report, view: reportView(report), isResumed: isBegun(report) });
    const me = await myself().catch(() => undefined);
    this.setData({ phone: me?.phone ?? '', hasHome: me?.home !== undefined });
  },

  onCategory({ detail }: WechatMiniprogram.CustomEvent<{ value: DisputeCategory }>) {
    this.change({ category: detail.value });
    this.onNext();
  },
  onSpeak() {
    this.change({ isSpoken: true, category: 'unsure', step: 'story' });
  },
  onPlace({ detail }: WechatMiniprogram.CustomEvent<ChosenPlace>) {
    this.change({ buildingId: detail.buildingId, place: detail.text, point: detail.point ?? null });
  },
  onVoice({ detail }: WechatMiniprogram.CustomEvent<VoiceChange>) {
    this.change({ voice: detail.voice });
  },
  onPhotos({ detail }: WechatMiniprogram.CustomEvent<PhotosChange>) {
    this.change({ photos: detail.photos });
  },
  onField({ currentTarget, detail }: Typed) {
    this.change({ [currentTarget.dataset.field]: detail.value });
  },
  onDanger({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { key: keyof DangerAnswers; answer: boolean }>) {
    const { key, answer } = currentTarget.dataset;
    this.change({ danger: { ...this.data.report.danger, [key]: answer } });
  },
  onPolice() {
    void wx.makePhoneCall({ phoneNumber: '110', fail: () => undefined });
  },

  onNext() {
    const { report, isMending, hasHome } = this.data;
    const problems = missingIn(report, hasHome);
    this.setData({ problems });
    if (Object.keys(problems).length > 0) return;
    this.go(isMending ? 'review' : stepFrom(report, 1));
  },
  onBack() {
    const { report } = this.data;
    if (report.isSpoken && report.step === 'story') this.change({ isSpoken: false });
    this.go(report.isSpoken && report.step === 'story' ? 'what' : stepFrom(report, -1));
  },
  onMend({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { step: Step }>) {
    this.go(currentTarget.dataset.step, true);
  },
  async onRestart() {
    const { confirm } = await wx.showModal({ title: '不要上次写的了', content: '写的字、语音和照片都会去掉。', confirmText: '重新开始', cancelText: '留着' });
    if (!confirm) return;
    dropDraft(draft);
    await wx.redirectTo({ url: '/features/dispute/report/report' });
  },

  async onSubmit() {
    await askToTell('progress');
    const input = inputOf(this.data.report);
    this.change({ attempt: attemptFor(this.data.report, input, newAttemptId()) });
    const isSent = await act(this, 'file', async () => {
      const { id } = await call('dispute.file', input, this.data.report.attempt?.id);
      dropDraft(draft);
      await wx.redirectTo({ url: `${storyPage(id)}&isNew=1` });
    }, { phone: true }); // prettier-ignore
    const mend = stepToMend(this.data.problems);
    const isUnsent = !isSent && !mend && this.data.problem !== ''; // who would rather not agree has sent nothing
    this.setData({ isUnsent, ...(mend && { isMending: true }) });
    if (mend) this.change({ step: mend });
  },

  /** Opens a question. */
  go(step: Step, isMending = false) {
    this.setData({ isMending, problems: {}, problem: '', isUnsent: false });
    this.change({ step });
    wx.pageScrollTo({ scrollTop: 0, duration: 0, fail: () => undefined });
  },
  change(said: Partial<Report>) {
    const report = { ...this.data.report, ...said };
    keepDraft(draft, report);
    this.setData({ report, view: reportView(report), problems: stillWrong(this.data.problems, said) });
  },
});
