/** 加一位能接的人, or 今天换人接: who it is, and the number that the post rings. */
import { childLimits } from '../../../domain/childcare/policy';
import { call } from '../../../platform/call';
import { draftOf, dropDraft } from '../../../platform/drafts';
import { complain, keepField, type FieldEvent } from '../../../platform/form';
import { act, formData, leave } from '../../../platform/page';
import { emptyPerson, kinshipTiles, ownNames, personOf, problemsOf, type PersonForm } from '../people.view';

Page({
  data: { ...formData, form: emptyPerson, tiles: kinshipTiles, most: childLimits, isToday: false },

  id: '',

  async onLoad({ id = '', today }) {
    this.id = id;
    const isToday = today === '1';
    this.setData({ isToday, form: { ...emptyPerson, ...draftOf<PersonForm>(this.draftKey()) } });
    await wx.setNavigationBarTitle({ title: isToday ? '今天换人接' : '能接的人' });
  },
  onField(event: FieldEvent) {
    keepField(this, this.draftKey(), event);
  },
  async onSend() {
    const { form, isToday } = this.data;
    if (complain(this, problemsOf(form))) return;
    const isDone = await act(this, 'add', (attemptId) => call('childcare.addPerson', { id: this.id, person: personOf(form), isToday }, attemptId));
    if (!isDone) return this.setData({ problems: ownNames(this.data.problems) });
    dropDraft(this.draftKey());
    await leave(isToday ? '好了，警务室会打电话核对' : '加好了，30分钟后能接');
  },
  draftKey(): string {
    return `care-person:${this.id}`;
  },
});
