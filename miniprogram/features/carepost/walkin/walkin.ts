/** 临时来的孩子: taken in at the door, while somebody is on the telephone. */
import { childLimits } from '../../../domain/childcare/policy';
import { call } from '../../../platform/call';
import { draftOf, dropDraft } from '../../../platform/drafts';
import { complain, keepField, type FieldEvent } from '../../../platform/form';
import { act, formData, leave } from '../../../platform/page';
import { birthMonths, emptyWalkIn, inputOf, problemsOf, type WalkInForm } from './walkin.view';

const draft = 'carepost-walkin';

Page({
  data: { ...formData, most: childLimits, months: birthMonths(Date.now()), form: emptyWalkIn, word: '', nickname: '' },

  post: '',

  onLoad({ post = '' }) {
    this.post = post;
    this.setData({ form: { ...emptyWalkIn, ...draftOf<WalkInForm>(draft), hasVerbalConsent: false } });
  },

  onField(event: FieldEvent) {
    keepField(this, draft, event);
  },
  onRing() {
    void wx.makePhoneCall({ phoneNumber: this.data.form.phone, fail: () => undefined });
  },

  async onSend() {
    const { form } = this.data;
    if (complain(this, problemsOf(form))) return;
    await act(this, 'walkIn', async (attemptId) => {
      const { id, nickname } = await call('childcare.walkIn', inputOf(this.post, form), attemptId);
      dropDraft(draft);
      const { word } = await call('childcare.walkInWord', { id }).catch(() => ({ word: '' })); // the child's page has it too
      this.setData({ nickname, word });
    });
  },
  async onDone() {
    await leave(`${this.data.nickname}在警务室了`);
  },
});
