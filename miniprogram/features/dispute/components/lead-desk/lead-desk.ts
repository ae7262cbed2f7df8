/** 苗头 on an officer's desk: 他愿意说, with the word of the party, or 不用管. Tells `done` when either was said. */
import { disputeLimits } from '../../../../domain/dispute/policy';
import { call } from '../../../../platform/call';
import { act, formData } from '../../../../platform/page';
import { complain } from '../../../../platform/form';
import { adoptionOf, emptyForm, problemsOf } from './lead-desk.view';

const ways = [{ value: 'adopt', label: '他愿意说' }, { value: 'dismiss', label: '不用管' }];

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    caseId: { type: String, value: '' },
    /** As whoever noticed it called him. */
    who: { type: String, value: '' },
  },

  data: { ...formData, ways, form: emptyForm, limits: disputeLimits },

  observers: {
    who(name: string) {
      this.setData({ 'form.name': name });
    },
  },

  methods: {
    onField({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: unknown }, object, { field: string }>) {
      const { field } = currentTarget.dataset;
      this.setData({ [`form.${field}`]: detail.value, [`problems.${field}`]: '', problem: '' });
    },

    async onSend() {
      const { form, caseId: id } = this.data;
      if (complain(this, problemsOf(form))) return;
      const isAdopted = form.way === 'adopt';
      const isDone = await act(this, form.way, (attemptId) =>
        isAdopted ? call('dispute.adoptLead', { id, ...adoptionOf(form) }, attemptId) : call('dispute.dismissLead', { id, reason: form.reason.trim() }, attemptId),
      );
      if (isDone) this.triggerEvent('done', { isAdopted });
    },

    /** When a colleague was quicker. */
    load() {
      this.triggerEvent('stale');
    },
  },
});
