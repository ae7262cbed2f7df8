/** 登记孩子; with `?late=1` 补上同意 for a child who walked in and is at the post. */
import { childLimits } from '../../../domain/childcare/policy';
import { call } from '../../../platform/call';
import { draftOf, dropDraft } from '../../../platform/drafts';
import { complain, keepField, type FieldEvent } from '../../../platform/form';
import { act, formData } from '../../../platform/page';
import { pages } from '../pages';
import { kinshipTiles } from '../people.view';
import { emptyRegister, inputOf, monthWords, monthsAt, problemsOf, walkInOf, type RegisterForm } from './register.view';

const draft = 'care-register';

Page({
  data: { ...formData, form: emptyRegister, tiles: kinshipTiles, most: childLimits, months: monthsAt(Date.now()), month: monthWords(''), isLate: false, needsName: false },

  async onLoad({ late }) {
    const form: RegisterForm = { ...emptyRegister, ...draftOf<RegisterForm>(draft), isAgreed: false };
    this.setData({ form, month: monthWords(form.birthMonth), isLate: late === '1' });
    if (late === '1') await wx.setNavigationBarTitle({ title: '补上同意' });
  },
  onField(event: FieldEvent) {
    keepField(this, draft, event);
    this.setData({ month: monthWords(this.data.form.birthMonth) });
  },
  async onProfile() {
    await wx.navigateTo({ url: '/features/identity/profile/profile' });
  },
  async onLate() {
    await wx.navigateTo({ url: `${pages.register}?late=1` });
  },
  async onSend() {
    const { form, isLate } = this.data;
    if (complain(this, problemsOf(form, isLate))) return;
    const isDone = await act(
      this,
      'register',
      async (attemptId) => {
        const { id } = isLate ? await call('childcare.consentLater', walkInOf(form), attemptId) : await call('childcare.register', inputOf(form), attemptId);
        await wx.redirectTo({ url: pages.child(id) });
      },
      { phone: true },
    );
    if (isDone) dropDraft(draft);
    else this.setData({ needsName: 'name' in this.data.problems || 'phone' in this.data.problems });
  },
});
